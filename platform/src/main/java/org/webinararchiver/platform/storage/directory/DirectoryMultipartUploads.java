package org.webinararchiver.platform.storage.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectKey;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.storage.UnusableParts;
import org.webinararchiver.platform.storage.UploadedPart;

/**
 * An upload is a directory with a file that holds the key and a file for each part, named by the part's number and its
 * receipt. A part that is stored again has another receipt and therefore another file, so that two writers of one part
 * never mix.
 */
final class DirectoryMultipartUploads implements MultipartUploads {
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
    private static final String KEY = "key";

    private final Path root;
    private final Incoming incoming;
    private final ObjectFiles files;

    DirectoryMultipartUploads(Path root, Incoming incoming, ObjectFiles files) {
        this.root = root;
        this.incoming = incoming;
        this.files = files;
    }

    /** Removes the uploads that have received nothing for a day. */
    void removeAbandoned(Instant now) throws IOException {
        Durability.createDirectories(root);
        try (var uploads = Files.newDirectoryStream(root)) {
            for (var upload : uploads) {
                var lastPart = Files.getLastModifiedTime(upload, LinkOption.NOFOLLOW_LINKS);
                if (lastPart.toInstant().isBefore(now.minus(ABANDONED_AFTER))) {
                    Tree.delete(upload);
                }
            }
        }
    }

    @Override
    public MultipartUpload start(String key) throws IOException {
        var upload = new MultipartUpload(key, UUID.randomUUID().toString());
        var directory = root.resolve(upload.id());
        Durability.createDirectories(directory);
        try (var pending = incoming.newFile()) {
            pending.write(new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)));
            pending.moveTo(directory.resolve(KEY));
        }
        return upload;
    }

    @Override
    public UploadedPart put(MultipartUpload upload, int number, InputStream bytes, long length) throws IOException {
        MultipartUploads.requirePartNumber(number);
        MultipartUploads.requirePartLength(length);
        var directory = directory(upload);
        var part = new UploadedPart(number, UUID.randomUUID().toString());
        try (var pending = incoming.newFile()) {
            pending.write(new AnnouncedBytes(bytes, upload.key(), length));
            moveInto(upload, pending, directory.resolve(fileName(part)));
        }
        return part;
    }

    private static void moveInto(MultipartUpload upload, PendingFile pending, Path file) throws IOException {
        try {
            pending.moveTo(file);
        } catch (NoSuchFileException endedMeanwhile) {
            throw new NoSuchUpload(upload);
        }
    }

    @Override
    public StoredObject complete(MultipartUpload upload, List<UploadedPart> parts) throws IOException {
        MultipartUploads.requireOrder(upload, parts);
        var directory = directory(upload);
        var stored = partFiles(upload, parts, directory);
        try (var pending = incoming.newFile()) {
            pending.join(stored);
            var object = files.publish(pending, new ObjectKey(upload.key()));
            Tree.delete(directory);
            return object;
        }
    }

    private static List<Path> partFiles(MultipartUpload upload, List<UploadedPart> parts, Path directory)
            throws IOException {
        var stored = new ArrayList<Path>();
        for (var part : parts) {
            var file = directory.resolve(fileName(part));
            if (!ObjectKey.isComponent(part.etag()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnusableParts(upload, "part " + part.number() + " is not stored as it is listed");
            }
            boolean last = stored.size() == parts.size() - 1;
            if (!last && Files.size(file) < SMALLEST_PART) {
                throw new UnusableParts(upload, "part " + part.number() + " is too small");
            }
            stored.add(file);
        }
        return stored;
    }

    @Override
    public void abort(MultipartUpload upload) throws IOException {
        if (isUnderWay(upload)) {
            Tree.delete(root.resolve(upload.id()));
        }
    }

    private Path directory(MultipartUpload upload) throws IOException {
        if (!isUnderWay(upload)) {
            throw new NoSuchUpload(upload);
        }
        return root.resolve(upload.id());
    }

    private boolean isUnderWay(MultipartUpload upload) throws IOException {
        if (!ObjectKey.isComponent(upload.id())) {
            return false;
        }
        try {
            return Files.readString(root.resolve(upload.id()).resolve(KEY)).equals(upload.key());
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    private static String fileName(UploadedPart part) {
        return "%05d-%s".formatted(part.number(), part.etag());
    }
}

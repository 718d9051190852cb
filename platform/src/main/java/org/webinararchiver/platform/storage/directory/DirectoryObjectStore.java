package org.webinararchiver.platform.storage.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.storage.ObjectKey;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.RangeOutsideObject;
import org.webinararchiver.platform.storage.StoredObject;

/**
 * Objects as files of a directory: {@code objects/} holds them under their keys, {@code incoming/} what is being
 * written, {@code uploads/} the parts of multipart uploads. Several processes may use one directory at the same time.
 *
 * <p>On a file system that ignores case, keys that differ in case only are one object. On Windows an object that
 * somebody reads can be neither replaced nor deleted, and no component of a key may be a device's name such as
 * {@code con}; what was stored last survives a power cut there as far as the file system sees to its directories
 * itself.
 */
public final class DirectoryObjectStore implements ObjectStore {
    private final Path objects;
    private final ObjectFiles files;
    private final Incoming incoming;
    private final DirectoryMultipartUploads uploads;

    private DirectoryObjectStore(Path objects, Incoming incoming, Path uploads) {
        this.objects = objects;
        this.files = new ObjectFiles(objects);
        this.incoming = incoming;
        this.uploads = new DirectoryMultipartUploads(uploads, incoming, files);
    }

    /**
     * Opens the store in a directory, which is created when it is missing, and removes what killed writers and
     * abandoned uploads have left.
     *
     * @param clock tells which uploads are old enough to be abandoned
     */
    public static DirectoryObjectStore open(Path directory, Clock clock) throws IOException {
        Durability.createDirectories(directory);
        var root = directory.toRealPath();
        var objects = root.resolve("objects");
        Durability.createDirectories(objects);
        var incoming = Incoming.open(root.resolve("incoming"));
        var store = new DirectoryObjectStore(objects, incoming, root.resolve("uploads"));
        store.uploads.removeAbandoned(clock.instant());
        return store;
    }

    @Override
    public StoredObject put(String key, InputStream bytes, long length) throws IOException {
        var place = new ObjectKey(key);
        var announced = new AnnouncedBytes(bytes, key, length);
        try (var pending = incoming.newFile()) {
            pending.write(announced);
            return files.publish(pending, place);
        }
    }

    @Override
    public InputStream get(String key) throws IOException {
        return Channels.newInputStream(open(key));
    }

    @Override
    public InputStream get(String key, long offset, long length) throws IOException {
        ObjectStore.requireRange(offset, length);
        var channel = open(key);
        if (channel.size() < offset + length) {
            channel.close();
            throw new RangeOutsideObject(key, offset, length);
        }
        return new LimitedBytes(Channels.newInputStream(channel.position(offset)), length);
    }

    private SeekableByteChannel open(String key) throws IOException {
        var file = find(key);
        try {
            return Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException deletedMeanwhile) {
            throw new NoSuchObject(key);
        }
    }

    private Path find(String key) throws IOException {
        return files.find(new ObjectKey(key)).orElseThrow(() -> new NoSuchObject(key));
    }

    @Override
    public Optional<StoredObject> head(String key) throws IOException {
        var file = files.find(new ObjectKey(key));
        try {
            return file.isPresent() ? Optional.of(ObjectFiles.describe(key, file.get())) : Optional.empty();
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        ObjectKey.requirePrefix(prefix);
        var directory = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        if (!isDirectory(directory)) {
            return Stream.empty();
        }
        var keys = new KeyWalk(objects, directory, prefix);
        var inOrder = Spliterators.spliteratorUnknownSize(keys, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(inOrder, false).flatMap(this::describe);
    }

    private boolean isDirectory(String directory) {
        try {
            return files.findDirectory(directory).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<StoredObject> describe(String key) {
        try {
            return head(key).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        files.delete(new ObjectKey(key));
    }

    @Override
    public MultipartUploads multipart() {
        return uploads;
    }

    /** Moving a file costs nothing; across file systems the bytes are copied. */
    @Override
    public StoredObject take(String key, Path file) throws IOException {
        var place = new ObjectKey(key);
        try (var pending = incoming.newFile()) {
            if (!pending.takes(file)) {
                return ObjectStore.super.take(key, file);
            }
            return files.publish(pending, place);
        }
    }

    /** A link to the stored file costs nothing; across file systems the bytes are copied. */
    @Override
    public void download(String key, Path target) throws IOException {
        var whole = target.toAbsolutePath();
        var link = whole.resolveSibling(".download-" + UUID.randomUUID() + ".part");
        try {
            Files.createLink(link, find(key));
            Files.move(link, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UnsupportedOperationException | FileSystemException noLink) {
            ObjectStore.super.download(key, target);
        } finally {
            // A move between two names of one file does nothing, and leaves both.
            Files.deleteIfExists(link);
        }
    }

    @Override
    public void close() throws IOException {
        incoming.close();
    }
}

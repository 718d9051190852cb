package org.webinararchiver.standalone.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.webinararchiver.platform.storage.ObjectStore;

/** An object of the store as a file of the user's. */
final class CopiedFile {
    /**
     * So much of its beginning and its end tells a file from others of its length: its title and its times among it.
     */
    private static final int COMPARED = 1 << 20;

    /** Not the beginning of the file's own name, which may be as long as a file system allows. */
    private static final String BEGINNING = ".copying-";

    private static final String UNFINISHED = ".part";
    /** One that was not written to for so long is left over. */
    private static final Duration LEFT = Duration.ofMinutes(10);

    private final ObjectStore store;
    private final String key;
    private final long length;

    CopiedFile(ObjectStore store, String key, long length) {
        this.store = store;
        this.key = key;
        this.length = length;
    }

    /** Copies it, whole or not at all. Others may do the same at the same time: each writes a file of its own first. */
    Path to(Path file) throws IOException {
        removeLeftBeside(file);
        var unfinished = file.resolveSibling(BEGINNING + UUID.randomUUID() + UNFINISHED);
        try {
            try (var bytes = store.get(key)) {
                Files.copy(bytes, unfinished);
            }
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What runs that were killed have left. */
    private static void removeLeftBeside(Path file) throws IOException {
        var nobodyWrites = FileTime.from(Instant.now().minus(LEFT));
        try (var neighbours = Files.newDirectoryStream(file.getParent(), neighbour -> {
            var name = neighbour.getFileName().toString();
            return name.startsWith(BEGINNING)
                    && name.endsWith(UNFINISHED)
                    && Files.getLastModifiedTime(neighbour).compareTo(nobodyWrites) < 0;
        })) {
            for (var left : neighbours) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** Whether this file is a copy of it. */
    boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != length) {
            return false;
        }
        int compared = (int) Math.min(COMPARED, length);
        return length == 0 || (isAlike(file, 0, compared) && isAlike(file, length - compared, compared));
    }

    private boolean isAlike(Path file, long offset, int bytes) throws IOException {
        var ours = new byte[bytes];
        try (var theirs = new RandomAccessFile(file.toFile(), "r");
                InputStream stored = store.get(key, offset, bytes)) {
            theirs.seek(offset);
            theirs.readFully(ours);
            return Arrays.equals(ours, stored.readNBytes(bytes));
        } catch (EOFException shortened) {
            return false;
        }
    }
}

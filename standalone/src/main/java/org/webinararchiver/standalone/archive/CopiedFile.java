package org.webinararchiver.standalone.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.webinararchiver.platform.storage.ObjectStore;

/** An object of the store as a file of the user's. */
final class CopiedFile {
    /**
     * So much of its beginning and its end tells a file from others of its length: its title and its times among it.
     */
    private static final int COMPARED = 1 << 20;

    private final ObjectStore store;
    private final String key;
    private final long length;

    CopiedFile(ObjectStore store, String key, long length) {
        this.store = store;
        this.key = key;
        this.length = length;
    }

    /** Copies it, whole or not at all. */
    Path to(Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (var bytes = store.get(key)) {
            Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
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

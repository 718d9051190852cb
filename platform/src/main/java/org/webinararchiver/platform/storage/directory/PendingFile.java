package org.webinararchiver.platform.storage.directory;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that nobody sees yet. It goes away when it is closed before it was given a name. */
final class PendingFile implements Closeable {
    /** What comes from the network comes in pieces of 8 KB, and each write costs a system call. */
    private static final int WRITTEN_AT_ONCE = 128 * 1024;

    private final Path path;

    PendingFile(Path path) {
        this.path = path;
    }

    void write(InputStream bytes) throws IOException {
        try (var file = open()) {
            var gathered = new BufferedOutputStream(Channels.newOutputStream(file), WRITTEN_AT_ONCE);
            bytes.transferTo(gathered);
            gathered.flush();
            file.force(true);
        }
    }

    /** Takes a file's place, and its bytes; false when they lie in another file system, and nothing has changed. */
    boolean takes(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return false;
        }
        try {
            Files.move(file, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            return false;
        }
        try (var taken = FileChannel.open(path, StandardOpenOption.WRITE)) {
            taken.force(true);
        }
        return true;
    }

    /** Writes other files one after the other; the operating system copies the bytes, where it can. */
    void join(List<Path> files) throws IOException {
        try (var whole = open()) {
            for (var file : files) {
                append(file, whole);
            }
            whole.force(true);
        }
    }

    private static void append(Path file, FileChannel whole) throws IOException {
        try (var part = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = part.size();
            long copied = 0;
            while (copied < size) {
                copied += part.transferTo(copied, size - copied, whole);
            }
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    Path path() {
        return path;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    void moveTo(Path target) throws IOException {
        Durability.move(path, target);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}

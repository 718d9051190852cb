package org.webinararchiver.platform.storage.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** File operations that have reached the disk, not only its cache, when they return. */
final class Durability {

    private Durability() {}

    /** Gives a file its name in one step, in place of another one. Both are in one file system. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory(to.getParent());
    }

    /** Creates a directory and those above it that are missing. */
    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Deque<Path> missing = new ArrayDeque<>();
        for (var next = directory; next != null && !Files.isDirectory(next); next = next.getParent()) {
            missing.push(next);
        }
        Files.createDirectories(directory);
        for (var created : missing) {
            syncDirectory(created.getParent());
        }
    }

    /** POSIX wants a directory synchronised for a new name in it to last; elsewhere it cannot be opened at all. */
    static void syncDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

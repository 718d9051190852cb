package org.webinararchiver.platform.storage.directory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The place where this writer keeps files until they are whole. Each writer has a directory of its own and holds a lock
 * on a file beside it, so that the next one to start can tell a writer that was killed (the operating system dropped
 * its lock) from one that is slow, on whatever machine it runs that shares the disk.
 */
final class Incoming implements Closeable {
    private static final String LOCK = ".lock";

    /**
     * On POSIX a process loses its lock on a file when it closes any channel to it, so the locks that this process
     * holds must not be tried again.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path lockFile;
    private final FileLock lock;

    private Incoming(Path directory, Path lockFile, FileLock lock) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Makes a place below the given directory and removes those of writers that are no more. */
    static Incoming open(Path parent) throws IOException {
        Durability.createDirectories(parent);
        removeOrphans(parent);
        while (true) {
            var name = UUID.randomUUID().toString();
            var lockFile = parent.resolve(name + LOCK);
            HELD_HERE.add(lockFile);
            var lock = lock(lockFile);
            if (lock != null) {
                var directory = Files.createDirectory(parent.resolve(name));
                return new Incoming(directory, lockFile, lock);
            }
            HELD_HERE.remove(lockFile);
        }
    }

    /** Null when somebody who starts at the same time took the unlocked file for an orphan's. */
    private static FileLock lock(Path lockFile) throws IOException {
        var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock != null && Files.exists(lockFile)) {
            return lock;
        }
        channel.close();
        return null;
    }

    private static void removeOrphans(Path parent) throws IOException {
        try (var lockFiles = Files.newDirectoryStream(parent, "*" + LOCK)) {
            for (var lockFile : lockFiles) {
                if (!HELD_HERE.contains(lockFile)) {
                    removeIfOrphan(lockFile);
                }
            }
        }
    }

    private static void removeIfOrphan(Path lockFile) throws IOException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                var name = lockFile.getFileName().toString();
                Tree.delete(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lockFile);
            }
        }
    }

    PendingFile newFile() {
        return new PendingFile(directory.resolve(UUID.randomUUID() + ".part"));
    }

    @Override
    public void close() throws IOException {
        Tree.delete(directory);
        Files.deleteIfExists(lockFile);
        lock.acquiredBy().close();
        HELD_HERE.remove(lockFile);
    }
}

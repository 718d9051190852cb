package org.webinararchiver.standalone.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder in which everything is kept between runs. While it is open, no other process may use it. */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder, which is made when it is missing.
     *
     * @throws FolderInUse when another process has it open
     * @throws IOException when it cannot be made or written to
     */
    public static DataFolder open(Path folder) throws IOException {
        var root = Files.createDirectories(folder).toRealPath();
        var lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(lockFile) == null) {
            lockFile.close();
            throw new FolderInUse(root);
        }
        Files.deleteIfExists(running(root)); // left by a run that was killed
        return new DataFolder(root, lockFile);
    }

    private static FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where a run that has this folder open tells others how to reach it. */
    public static Path running(Path folder) {
        return folder.resolve("running.json");
    }

    public Path running() {
        return running(root);
    }

    public Path database() {
        return root.resolve("database");
    }

    public Path objects() {
        return root.resolve("objects");
    }

    /** Programs that are unpacked once: the database's and ffmpeg. */
    public Path programs() {
        return root.resolve("programs");
    }

    public Path scratch() {
        return root.resolve("scratch");
    }

    public Path log() {
        return root.resolve("logs").resolve("archive.log");
    }

    public Path demoMedia() {
        return root.resolve("demo");
    }

    public Path secretKey() {
        return root.resolve("secret.key");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    @Override
    public String toString() {
        return root.toString();
    }
}

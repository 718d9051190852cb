package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.webinararchiver.embedded.EmbeddedServerException;

/** Keeps a second program out of a data folder. The system lets go of it when its process ends in whatever way. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws EmbeddedServerException at once, when a living program holds the lock */
    static FolderLock take(Path file) throws IOException {
        var channel = open(file);
        try {
            if (lock(channel) != null) {
                return new FolderLock(channel);
            }
        } catch (IOException unsupported) {
            channel.close();
            throw unsupported;
        }
        channel.close();
        throw new EmbeddedServerException(
                "Another program is using the data folder " + file.getParent() + ".",
                "Wait until it has ended, or stop it, or choose another data folder.");
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (AccessDeniedException notOurs) {
            throw new EmbeddedServerException(
                    "The data folder " + file.getParent() + " cannot be written to by this user.",
                    "It may have been made by another one, for example by root: run as that user, or hand the folder over"
                            + " with chown, or choose another data folder.",
                    notOurs);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jboss.logging.Logger;

/** Removes what an earlier run left half-done. */
final class Deletion {

    private static final Logger log = Logger.getLogger(Deletion.class);

    private Deletion() {}

    /** Deletes a folder and all in it; what cannot be deleted stays and is logged, for it is in nobody's way. */
    static void ofLeftover(Path folder) {
        try {
            Files.walkFileTree(folder, new Deleting());
        } catch (IOException undeletable) {
            log.warnf(undeletable, "Leaving %s behind, it could not be deleted", folder);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        /** A process that was left behind may be tidying up at the same time. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            if (failure != null && !(failure instanceof NoSuchFileException)) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}

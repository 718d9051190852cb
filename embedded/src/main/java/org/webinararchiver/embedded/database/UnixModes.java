package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Who may read what. On Windows all of it does nothing: there the folder of the user's profile keeps others out.
 *
 * <p>Modes are set after creating, too, because the process's umask may take bits away.
 */
final class UnixModes {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PUBLIC_FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> PUBLIC_PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private UnixModes() {}

    /** Lets everyone read a file, or run it when it is a program, or enter it when it is a folder. */
    static void publish(Path path, boolean executable) throws IOException {
        if (supported(path)) {
            Files.setPosixFilePermissions(path, executable ? PUBLIC_PROGRAM : PUBLIC_FILE);
        }
    }

    /** Creates a folder that only its owner may enter. */
    static void createOwnerFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(folder, OWNER_FOLDER));
    }

    /**
     * Creates an empty file that only its owner may read, from its first moment on.
     *
     * @throws FileAlreadyExistsException when there is one
     */
    static void createOwnerFile(Path file) throws IOException {
        Files.createFile(file, attributes(file, OWNER_FILE));
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) throws IOException {
        return supported(path.getParent())
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static boolean supported(Path existing) throws IOException {
        return Files.getFileStore(existing).supportsFileAttributeView("posix");
    }
}

package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.webinararchiver.embedded.RandomPassword;

/** The password of a cluster's only user, random, in a file that only its owner may read. */
final class PasswordFile {

    private PasswordFile() {}

    /** Reads the password, or makes one up. The file appears whole or not at all. */
    static String readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            var unfinished = file.resolveSibling(Leftovers.UNFINISHED + UUID.randomUUID());
            write(unfinished, RandomPassword.create());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    static void write(Path file, String password) throws IOException {
        UnixModes.createOwnerFile(file);
        Files.writeString(file, password + "\n");
    }
}

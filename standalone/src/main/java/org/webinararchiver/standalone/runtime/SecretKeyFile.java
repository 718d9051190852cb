package org.webinararchiver.standalone.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that session ids are sealed with, made once and readable by its owner alone. */
final class SecretKeyFile {
    private static final int KEY_BYTES = 32;

    private SecretKeyFile() {}

    static String readOrMake(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        OwnersFile.write(unfinished, Base64.getEncoder().encodeToString(bytes));
        Files.move(unfinished, file);
    }
}

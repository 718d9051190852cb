package org.webinararchiver.testservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where embedded services keep what they unpack and what they store. */
final class Folders {
    private static final String NAME = "webinar-archiver-tests";

    private Folders() {}

    /**
     * Kept between runs: the user's folder for caches, or the system's when the user is root. PostgreSQL then runs
     * under another account, and root's own folders are closed to that.
     */
    static Path cache() {
        var ofSystem = Path.of("/var/cache");
        if (System.getProperty("user.name").equals("root") && Files.isWritable(ofSystem)) {
            return ofSystem.resolve(NAME);
        }
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .or(() -> Optional.ofNullable(System.getenv("LOCALAPPDATA")))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve(NAME);
    }

    static Path temporary(String purpose) {
        try {
            return Files.createTempDirectory(NAME + "-" + purpose + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

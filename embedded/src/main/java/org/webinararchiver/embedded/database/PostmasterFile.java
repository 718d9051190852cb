package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a server notes in its cluster's {@code postmaster.pid} while it runs: process id, folder, second of the start,
 * one line each (PostgreSQL's {@code src/include/utils/pidfile.h}). The note of a killed server stays behind.
 */
record PostmasterFile(long process, Instant started) {

    static Optional<PostmasterFile> read(Path file) throws IOException {
        try {
            return parse(Files.readAllLines(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Empty, too, for a file that breaks off or holds something else. */
    static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.size() < 3 || !isNumber(lines.get(0)) || !isNumber(lines.get(2))) {
            return Optional.empty();
        }
        return Optional.of(
                new PostmasterFile(Long.parseLong(lines.get(0)), Instant.ofEpochSecond(Long.parseLong(lines.get(2)))));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,15}");
    }
}

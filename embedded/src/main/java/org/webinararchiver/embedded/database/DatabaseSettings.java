package org.webinararchiver.embedded.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where an {@link EmbeddedDatabase} lives.
 *
 * @param dataFolder holds the cluster, its password and its log; created when missing, kept between runs
 * @param binariesFolder where PostgreSQL is unpacked to, once a version; may be shared by several databases at once
 * @param startLimit the longest wait until connections are accepted, recovery after a crash included
 * @param stopLimit the longest wait for an orderly end, after which the server is stopped as if it had crashed
 */
public record DatabaseSettings(Path dataFolder, Path binariesFolder, Duration startLimit, Duration stopLimit) {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    public DatabaseSettings {
        Objects.requireNonNull(dataFolder);
        Objects.requireNonNull(binariesFolder);
        requireWholeSecond(startLimit);
        requireWholeSecond(stopLimit);
    }

    /** Everything below one folder, with the usual limits. */
    public static DatabaseSettings in(Path dataFolder) {
        return new DatabaseSettings(dataFolder, dataFolder.resolve("binaries"), START_LIMIT, STOP_LIMIT);
    }

    public DatabaseSettings withBinariesFolder(Path folder) {
        return new DatabaseSettings(dataFolder, folder, startLimit, stopLimit);
    }

    private static void requireWholeSecond(Duration limit) {
        if (limit.toSeconds() < 1) {
            throw new IllegalArgumentException("a limit is a second or more: " + limit);
        }
    }
}

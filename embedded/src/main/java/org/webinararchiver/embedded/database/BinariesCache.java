package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.webinararchiver.embedded.EmbeddedServerException;

/**
 * Unpacks PostgreSQL once a version into a folder that several processes may share.
 *
 * <p>A copy appears under its name by one rename, when it is whole: a process that is killed while it unpacks leaves a
 * folder of another name behind, which nobody uses.
 */
final class BinariesCache {

    private static final Logger log = Logger.getLogger(BinariesCache.class);
    private static final TxzArchive ARCHIVE = new TxzArchive(20_000, 1L << 30);
    /** No machine unpacks for as long as that, so whoever began it is gone. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private final Path folder;
    private final Optional<URL> archive;
    private final BinariesPlatform platform;
    private final BinariesVersion version;

    BinariesCache(Path folder, BinariesPlatform platform, BinariesVersion version, Optional<URL> archive) {
        this.archive = archive;
        this.folder = folder;
        this.platform = platform;
        this.version = version;
    }

    /** The programs, unpacked now unless they already were. */
    Binaries provide() throws IOException {
        Files.createDirectories(folder);
        var home = folder.toRealPath().resolve("postgresql-" + version.full() + "-" + platform.label());
        if (!UnpackedContents.areWhole(home)) {
            deleteAbandoned(home.getParent());
            unpackTo(home);
        }
        return new Binaries(home, platform, version);
    }

    private void unpackTo(Path home) throws IOException {
        var content = archive.orElseThrow(this::missing);
        var unfinished = home.resolveSibling(Leftovers.UNFINISHED + UUID.randomUUID());
        Files.createDirectory(unfinished);
        UnixModes.publish(unfinished, true);
        try (var compressed = content.openStream()) {
            ARCHIVE.unpack(compressed, unfinished);
            UnpackedContents.writeDown(unfinished);
            moveInto(home, unfinished);
        } finally {
            if (Files.exists(unfinished)) {
                Deletion.ofLeftover(unfinished);
            }
        }
    }

    private static void moveInto(Path home, Path unfinished) throws IOException {
        if (Files.exists(home) && !UnpackedContents.areWhole(home)) {
            log.warnf("Unpacking PostgreSQL again: files are missing in %s", home);
            Files.move(
                    home,
                    home.resolveSibling(Leftovers.UNFINISHED + UUID.randomUUID()),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            // Another process was faster, then its copy is as good as ours.
            if (!UnpackedContents.areWhole(home)) {
                throw taken;
            }
        }
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        var youngest = Instant.now().minus(ABANDONED_AFTER);
        try (var siblings = Files.newDirectoryStream(parent, Leftovers.UNFINISHED + "*")) {
            for (var sibling : siblings) {
                if (Files.getLastModifiedTime(sibling).toInstant().isBefore(youngest)) {
                    Deletion.ofLeftover(sibling);
                }
            }
        }
    }

    private EmbeddedServerException missing() {
        return new EmbeddedServerException(
                "This build does not contain PostgreSQL for " + platform.label() + ".",
                "Build on this kind of machine, or give the address of a PostgreSQL server of your own in the settings.");
    }
}

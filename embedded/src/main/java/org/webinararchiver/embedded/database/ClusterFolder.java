package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.webinararchiver.embedded.EmbeddedServerException;

/**
 * What lies where in a data folder.
 *
 * @param path absolute, without links, so that every process knows the folder by one name
 */
record ClusterFolder(Path path) {

    /** pg_ctl starts the server through a shell and puts paths between double quotes as they are. */
    private static final String WORDS_OF_THE_SHELL = "[\"$`\\\\\n\r]";

    static ClusterFolder create(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        return new ClusterFolder(dataFolder.toRealPath());
    }

    /** @throws EmbeddedServerException when a shell would not read the path as it is written */
    static void requirePlain(Path path, BinariesPlatform platform) {
        var text = path.toString();
        boolean plain = platform.isWindows()
                ? text.indexOf('%') < 0
                : text.replaceAll(WORDS_OF_THE_SHELL, "").equals(text);
        if (!plain) {
            throw new EmbeddedServerException(
                    "PostgreSQL cannot be started in " + path + ".",
                    "Choose a folder without the characters \" $ ` \\ % in its path.");
        }
    }

    /** PostgreSQL's own folder. It appears when it is whole. */
    Path cluster() {
        return path.resolve("cluster");
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path password() {
        return path.resolve("password");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path previousLog() {
        return path.resolve("server.previous.log");
    }

    Path postmasterFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path serverSettings() {
        return path.resolve(ServerSettings.FILE);
    }
}

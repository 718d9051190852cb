package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;

/** What programs that were killed left unfinished in a data folder. */
final class Leftovers {

    /** How the names of files and folders begin that mean nothing to the next start. */
    static final String UNFINISHED = "unfinished-";

    private Leftovers() {}

    /** Deletes them all. The caller holds the folder's lock, so nobody is at work on them. */
    static void delete(ClusterFolder folder) throws IOException {
        try (var leftovers = Files.newDirectoryStream(folder.path(), UNFINISHED + "*")) {
            leftovers.forEach(Deletion::ofLeftover);
        }
    }
}

package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.webinararchiver.embedded.EmbeddedServerException;

/** The cluster of a data folder: there already and usable, or created. */
final class Cluster {

    private final ClusterFolder folder;
    private final Binaries binaries;
    private final ServerAccount account;

    Cluster(ClusterFolder folder, Binaries binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    /** Makes sure that there is a cluster with the given user, and returns the user's password. */
    String provide(String user) throws IOException {
        if (folder.hasCluster()) {
            requireUsable();
            return PasswordFile.readOrCreate(folder.password());
        }
        var password = PasswordFile.readOrCreate(folder.password());
        new ClusterCreation(folder, binaries, account).create(user, password);
        return password;
    }

    private void requireUsable() throws IOException {
        if (!Files.exists(folder.password())) {
            throw new EmbeddedServerException(
                    "The password of the database is missing: " + folder.password(),
                    "Put the file back. Or move " + folder.cluster() + " away, then an empty database is created.");
        }
        if (!Files.isReadable(folder.cluster()) || !Files.isReadable(folder.password())) {
            throw new EmbeddedServerException(
                    "The database in " + folder.path() + " belongs to another user.",
                    "Run as the user who created it, or as root, or choose another data folder.");
        }
        requireVersion();
        ownAll();
    }

    private void requireVersion() throws IOException {
        var found = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        var wanted = binaries.version().major();
        if (!found.equals(wanted)) {
            throw new EmbeddedServerException(
                    "The database in " + folder.path() + " was written by PostgreSQL " + found
                            + ", this program brings " + wanted + ".",
                    "Use the version of this program that created it, or move it over with pg_dump and pg_restore.");
        }
    }

    /** After a copy by root, as from a backup, the files may be root's, which the server could not open. */
    private void ownAll() throws IOException {
        if (!(account instanceof ServerAccount.Lent)
                || !UnixIdentity.ownerOf(folder.cluster()).isRoot()) {
            return;
        }
        try (var paths = Files.walk(folder.cluster())) {
            for (var path : (Iterable<Path>) paths::iterator) {
                account.own(path);
            }
        }
    }
}

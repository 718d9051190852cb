package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.embedded.EmbeddedServerException;

/**
 * Creates a cluster under another name and renames it when it is whole, so that one whose creation was killed is never
 * taken for a cluster.
 */
final class ClusterCreation {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final ClusterFolder folder;
    private final Binaries binaries;
    private final ServerAccount account;

    ClusterCreation(ClusterFolder folder, Binaries binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    void create(String user, String password) throws IOException {
        var unfinished = folder.path().resolve(Leftovers.UNFINISHED + UUID.randomUUID());
        UnixModes.createOwnerFolder(unfinished);
        account.own(unfinished);
        try {
            var cluster = unfinished.resolve("cluster");
            initialise(cluster, user, passwordFor(unfinished, password));
            Files.writeString(cluster.resolve("postgresql.conf"), ServerSettings.INCLUDE, StandardOpenOption.APPEND);
            Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Deletion.ofLeftover(unfinished);
        }
    }

    /** A copy that the account may read, which our own file of the password is not. */
    private Path passwordFor(Path unfinished, String password) throws IOException {
        var file = unfinished.resolve("password");
        PasswordFile.write(file, password);
        account.own(file);
        return file;
    }

    private void initialise(Path cluster, String user, Path password) throws IOException {
        UnixModes.createOwnerFolder(cluster);
        account.own(cluster);
        var result = new Command(folder.path()).run(account.command(initdb(cluster, user, password)), LIMIT);
        if (!result.succeeded()) {
            throw new EmbeddedServerException(
                    "PostgreSQL's initdb failed in " + folder.path() + ": " + result.output(), advice(result.output()));
        }
    }

    /** The built-in locale knows the letters of all scripts and depends neither on the machine nor on its settings. */
    private List<String> initdb(Path cluster, String user, Path password) {
        return List.of(
                binaries.initdb().toString(),
                "--pgdata=" + cluster,
                "--username=" + user,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--sync-method=" + syncMethod());
    }

    /** How initdb brings its thousand files to the disk at its end: in one call, where the system has such a one. */
    private String syncMethod() {
        return binaries.platform().isLinux() ? "syncfs" : "fsync";
    }

    private static String advice(String output) {
        if (output.contains("could not look up effective user ID")) {
            return "PostgreSQL wants a name for the number of this user: add a line for it to /etc/passwd, or run as"
                    + " another user, for example as root.";
        }
        if (output.contains("No such file or directory") && Files.exists(Path.of("/etc/alpine-release"))) {
            return "This PostgreSQL needs the GNU C library, which Alpine Linux does not have: use another distribution, or"
                    + " a PostgreSQL server of your own.";
        }
        return "Look whether the disk is full or the folder is not writable, then start again: nothing needs tidying up.";
    }
}

package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.webinararchiver.embedded.EmbeddedServerException;

/** The process of a cluster's server: looks for it and stops it. */
final class Postmaster {

    private static final Logger log = Logger.getLogger(Postmaster.class);
    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

    private final ClusterFolder folder;
    private final Binaries binaries;
    private final ServerAccount account;

    Postmaster(ClusterFolder folder, Binaries binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    /** The running server of this cluster. */
    Optional<ProcessHandle> find() throws IOException {
        return PostmasterFile.read(folder.postmasterFile())
                .flatMap(note -> ProcessHandle.of(note.process()).filter(process -> isOurs(process, note)));
    }

    /**
     * Ends the server that a killed program left running, and removes the note of one that is gone when its number now
     * belongs to some other program: PostgreSQL would take that one for its predecessor and refuse to start.
     */
    void clear(Duration limit) throws IOException {
        var leftover = find();
        if (leftover.isPresent()) {
            log.infof(
                    "Stopping the database that an earlier run left behind, process %d",
                    leftover.get().pid());
            stop(limit);
        } else if (Files.deleteIfExists(folder.postmasterFile())) {
            log.infof("The database was not stopped properly last time, it recovers by itself");
        }
    }

    /**
     * Ends the server: in order, or as if it had crashed when that takes too long. Nothing that was committed is lost.
     */
    void stop(Duration limit) throws IOException {
        if (find().isEmpty() || stopped("fast", limit) || stopped("immediate", IMMEDIATE_LIMIT)) {
            return;
        }
        throw new EmbeddedServerException(
                "The database in " + folder.path() + " does not stop.",
                "End its process " + find().map(ProcessHandle::pid).orElse(0L) + " by hand. Its log is " + folder.log()
                        + ".");
    }

    private boolean stopped(String mode, Duration limit) throws IOException {
        var command = List.of(
                binaries.pgCtl().toString(),
                "stop",
                "--pgdata=" + folder.cluster(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + limit.toSeconds());
        var result = new Command(folder.path()).run(account.command(command), limit.plus(GRACE));
        if (!result.succeeded() && find().isPresent()) {
            log.warnf("Stopping the database (%s) did not succeed: %s", mode, result.output());
            return false;
        }
        return true;
    }

    /**
     * A number in an old note may have been given to any program since. pg_ctl starts a server with {@code -D} and its
     * folder as its first arguments; Windows does not show those, so there its program and the second of its start
     * decide.
     */
    private boolean isOurs(ProcessHandle process, PostmasterFile note) {
        var info = process.info();
        if (!binaries.platform().isWindows()) {
            return info.arguments()
                    .filter(arguments -> List.of(arguments).indexOf("-D") == 0)
                    .filter(arguments ->
                            List.of(arguments).indexOf(folder.cluster().toString()) == 1)
                    .isPresent();
        }
        return info.command()
                        .filter(command -> command.endsWith("postgres.exe"))
                        .isPresent()
                && info.startInstant()
                        .map(start -> Duration.between(start, note.started()).abs())
                        .filter(difference -> difference.compareTo(START_TOLERANCE) < 0)
                        .isPresent();
    }
}

package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.webinararchiver.embedded.EmbeddedServerException;

/** Starts a cluster's server and waits until it accepts connections. */
final class ServerStart {

    private static final Logger log = Logger.getLogger(ServerStart.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final List<String> PORT_WAS_TAKEN = List.of("could not bind", "could not create any TCP/IP sockets");
    /** Server processes of a postmaster that was killed finish their statement before they end. */
    private static final List<String> PREDECESSOR_IS_ENDING = List.of("pre-existing shared memory block");

    /** A program that was killed while it started its server leaves that server on its way. */
    private static final List<String> PREDECESSOR_CAME_UP = List.of("lock file \"postmaster.pid\" already exists");

    private final ClusterFolder folder;
    private final Binaries binaries;
    private final ServerAccount account;
    private final PortSource ports;
    private final Predecessor predecessor;

    ServerStart(
            ClusterFolder folder, Binaries binaries, ServerAccount account, PortSource ports, Predecessor predecessor) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
        this.ports = ports;
        this.predecessor = predecessor;
    }

    /** A server of an earlier program on the same cluster, which is stopped when it is in the way. */
    interface Predecessor {
        void clear() throws IOException;
    }

    /** Where ports come from that seem free. */
    interface PortSource {
        int next() throws IOException;
    }

    /** Starts within the limit, with new attempts as long as an obstacle passes by itself, and returns the port. */
    int start(Duration limit) throws IOException {
        LongSupplier left = secondsUntil(Instant.now().plus(limit));
        var serverLog = new ServerLog(folder);
        serverLog.begin(account);
        while (true) {
            int port = ports.next();
            serverLog.mark();
            writeSettings(port);
            var result = attempt(Math.max(1, left.getAsLong()));
            if (result.succeeded()) {
                return port;
            }
            giveUpUnlessPassing(serverLog.tail(), result, left.getAsLong());
        }
    }

    private static LongSupplier secondsUntil(Instant deadline) {
        return () -> Duration.between(Instant.now(), deadline).toSeconds();
    }

    private void writeSettings(int port) throws IOException {
        Files.writeString(folder.serverSettings(), new ServerSettings(port).text());
        UnixModes.publish(folder.serverSettings(), false);
    }

    private Command.Result attempt(long seconds) throws IOException {
        var command = List.of(
                binaries.pgCtl().toString(),
                "start",
                "--pgdata=" + folder.cluster(),
                "--log=" + folder.log(),
                "--wait",
                "--timeout=" + seconds);
        return new Command(folder.path()).run(account.command(command), GRACE.plusSeconds(seconds));
    }

    private void giveUpUnlessPassing(String tail, Command.Result result, long secondsLeft) throws IOException {
        if (secondsLeft > 0 && mentions(tail, PORT_WAS_TAKEN)) {
            log.debug("The database's port was taken in between, trying another one");
        } else if (secondsLeft > 0 && mentions(tail, PREDECESSOR_IS_ENDING)) {
            pause();
        } else if (secondsLeft > 0 && mentions(tail, PREDECESSOR_CAME_UP)) {
            predecessor.clear();
        } else {
            throw new EmbeddedServerException(
                    "The database in " + folder.path() + " did not start: " + result.output() + "\n" + tail,
                    "Look whether the disk is full. The whole log is " + folder.log() + ".");
        }
    }

    private static boolean mentions(String tail, List<String> texts) {
        return texts.stream().anyMatch(tail::contains);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "Interrupted while the database was starting.", "Start it again.", interrupted);
        }
    }
}

package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.webinararchiver.embedded.EmbeddedServerException;

/**
 * A PostgreSQL server of our own, beside this program, on a cluster that is kept between runs.
 *
 * <p>It listens on 127.0.0.1 alone, on another port at each start, and knows one user with a random password. It ends
 * with {@link #close()}; when this program is killed instead, it ends by itself or is stopped by the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = Logger.getLogger(EmbeddedDatabase.class);
    /** Keeps locks and pipes from being collected, and so closed, when a caller keeps nothing but the address. */
    private static final Set<EmbeddedDatabase> RUNNING = ConcurrentHashMap.newKeySet();

    private final FolderLock lock;
    private final RunningServer server;

    private EmbeddedDatabase(FolderLock lock, RunningServer server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server, after creating its cluster when there is none. The first start takes a few seconds.
     *
     * @throws EmbeddedServerException when it does not start, or another living program uses the data folder
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        try {
            var folder = ClusterFolder.create(settings.dataFolder());
            var lock = FolderLock.take(folder.lock());
            try {
                var database = new EmbeddedDatabase(lock, RunningServer.start(settings, folder, FreePort::find));
                RUNNING.add(database);
                return database;
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new EmbeddedServerException(
                    "The database in " + settings.dataFolder() + " did not start: " + failed,
                    "Look whether the disk is full, mounted noexec, or the folder is not writable.",
                    failed);
        }
    }

    /** The address for a driver, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + ServerSettings.ADDRESS + ":" + server.port() + "/postgres";
    }

    public String user() {
        return RunningServer.USER;
    }

    public String password() {
        return server.password();
    }

    /**
     * Stops the server in order, within the limit of the settings. Once is enough, again does nothing.
     *
     * @throws EmbeddedServerException when it does not stop
     */
    @Override
    public void close() {
        if (!RUNNING.remove(this)) {
            return;
        }
        // Stopping must also work on a thread that was told to hurry.
        boolean interrupted = Thread.interrupted();
        try (lock) {
            server.stop();
            log.debug("The database has stopped");
        } catch (IOException failed) {
            throw new EmbeddedServerException(
                    "The database was not stopped: " + failed, "It will be at the next start.", failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

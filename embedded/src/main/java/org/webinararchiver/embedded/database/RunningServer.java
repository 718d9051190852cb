package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A cluster's server from its start to its end; the data folder is locked all the while. */
final class RunningServer {

    static final String USER = "archiver";

    private final Postmaster postmaster;
    private final Optional<DeathWatch> watch;
    private final Duration stopLimit;
    private final int port;
    private final String password;

    private RunningServer(
            Postmaster postmaster, Optional<DeathWatch> watch, Duration stopLimit, int port, String password) {
        this.postmaster = postmaster;
        this.watch = watch;
        this.stopLimit = stopLimit;
        this.port = port;
        this.password = password;
    }

    static RunningServer start(DatabaseSettings settings, ClusterFolder folder, ServerStart.PortSource ports)
            throws IOException {
        Leftovers.delete(folder);
        var binaries = binaries(settings, folder);
        var account = new AccountChoice(folder, binaries, AccountSwitch.ofThisSystem()).choose();
        var password = new Cluster(folder, binaries, account).provide(USER);
        var postmaster = new Postmaster(folder, binaries, account);
        postmaster.clear(settings.stopLimit());
        try {
            ServerStart.Predecessor predecessor = () -> postmaster.clear(settings.stopLimit());
            int port = new ServerStart(folder, binaries, account, ports, predecessor).start(settings.startLimit());
            var watch = watch(postmaster, folder, binaries, account);
            return new RunningServer(postmaster, watch, settings.stopLimit(), port, password);
        } catch (IOException | RuntimeException failed) {
            stopAfter(failed, postmaster, settings.stopLimit());
            throw failed;
        }
    }

    private static Binaries binaries(DatabaseSettings settings, ClusterFolder folder) throws IOException {
        var platform = BinariesPlatform.current();
        ClusterFolder.requirePlain(folder.path(), platform);
        ClusterFolder.requirePlain(settings.binariesFolder().toAbsolutePath(), platform);
        return new BinariesCache(settings.binariesFolder(), platform, BinariesVersion.builtIn(), platform.archive())
                .provide();
    }

    private static Optional<DeathWatch> watch(
            Postmaster postmaster, ClusterFolder folder, Binaries binaries, ServerAccount account) throws IOException {
        var process = postmaster.find();
        return binaries.platform().isWindows() || process.isEmpty()
                ? Optional.empty()
                : Optional.of(DeathWatch.over(process.get(), new Command(folder.path()), account));
    }

    /** A server that is not ready in time may be on its way still. */
    private static void stopAfter(Exception failed, Postmaster postmaster, Duration limit) {
        try {
            postmaster.stop(limit);
        } catch (IOException | RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    void stop() throws IOException {
        try {
            postmaster.stop(stopLimit);
        } finally {
            watch.ifPresent(DeathWatch::dismiss);
        }
    }
}

package org.webinararchiver.standalone.archive;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.webinararchiver.client.InterruptedCall;
import org.webinararchiver.standalone.cli.ExitCode;
import org.webinararchiver.standalone.local.Guests;
import org.webinararchiver.standalone.runtime.EngineTask;

/** Does one job while the roles run in the same process, and lets others join meanwhile. */
@ApplicationScoped
public class ArchiveApplication implements QuarkusApplication {
    private static final AtomicReference<EngineTask> NEXT = new AtomicReference<>();

    private final EngineTask task;
    private final HttpServer server;
    private final Guests guests;
    private final AtomicReference<Thread> working = new AtomicReference<>();

    public ArchiveApplication(EngineTask task, HttpServer server, Guests guests) {
        this.task = task;
        this.server = server;
        this.guests = guests;
    }

    /** Quarkus makes the application itself, from the class alone, so what it is to do waits here. */
    public static void next(EngineTask task) {
        NEXT.set(task);
    }

    @Produces
    @Singleton
    static EngineTask task() {
        return NEXT.get();
    }

    @Override
    public int run(String... args) throws IOException {
        working.set(Thread.currentThread());
        var running = task.announce(server.getPort());
        try (var archive = Archive.own(running)) {
            var exitCode = task.job().work(archive);
            letGuestsFinish();
            return exitCode.number();
        } catch (InterruptedException | InterruptedCall stopped) {
            return ExitCode.INTERRUPTED.number();
        } finally {
            task.takeBack();
            working.set(null);
        }
    }

    private void letGuestsFinish() throws InterruptedException {
        if (guests.areHere()) {
            task.display().say("""
                    Other runs of ./archive have joined this one and still wait for their recordings. This one ends \
                    with them; Ctrl+C ends it now.""");
        }
        guests.awaitTheirEnd();
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        task.takeBack();
        var thread = working.get();
        if (thread != null) {
            thread.interrupt();
        }
    }
}

package org.webinararchiver.standalone.archive;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.webinararchiver.standalone.cli.ExitCode;

/** Does one job while the roles run in the same process. */
@ApplicationScoped
public class ArchiveApplication implements QuarkusApplication {
    private static final AtomicReference<ArchiveJob> NEXT = new AtomicReference<>();

    private final Archiver archiver;
    private final AtomicReference<Thread> working = new AtomicReference<>();

    public ArchiveApplication(Archiver archiver) {
        this.archiver = archiver;
    }

    /** Quarkus makes the application itself, from the class alone, so what it is to do waits here. */
    public static void next(ArchiveJob job) {
        NEXT.set(job);
    }

    @Override
    public int run(String... args) {
        working.set(Thread.currentThread());
        try {
            return archiver.archive(NEXT.get()).number();
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED.number();
        } finally {
            working.set(null);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        var thread = working.get();
        if (thread != null) {
            thread.interrupt();
        }
    }
}

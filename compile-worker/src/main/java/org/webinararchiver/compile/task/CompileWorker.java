package org.webinararchiver.compile.task;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.webinararchiver.platform.task.TaskWorker;
import org.webinararchiver.platform.task.TaskWorkers;

/** The role: compiles recordings, woken by messages whatever they say. */
@ApplicationScoped
public class CompileWorker {
    private final TaskWorker compiles;

    public CompileWorker(TaskWorkers workers, WorkerSettings settings, CompileHandler handler) {
        this.compiles = workers.of(handler, settings.compile().atOnce());
    }

    void start(@Observes StartupEvent event) {
        compiles.start();
    }

    void stop(@Observes ShutdownEvent event) {
        compiles.close();
    }

    @Incoming("compile-wakeups")
    @Blocking(ordered = false)
    void compileIsDue(Object whatever) {
        compiles.wake();
    }
}

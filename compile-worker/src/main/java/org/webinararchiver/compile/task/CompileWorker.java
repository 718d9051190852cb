package org.webinararchiver.compile.task;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.webinararchiver.compile.CompileSettings;
import org.webinararchiver.platform.task.TaskWorker;
import org.webinararchiver.platform.task.TaskWorkers;

/** The role: compiles recordings, woken by messages whatever they say. */
@ApplicationScoped
public class CompileWorker {
    private final TaskWorker compiles;
    private final TaskWorker renders;
    private final TaskWorker assembles;

    public CompileWorker(
            TaskWorkers workers,
            WorkerSettings settings,
            CompileHandler compile,
            RenderHandler render,
            AssembleHandler assemble,
            LostObjects lost) {
        var some = settings.compile();
        this.compiles = workers.of(new RestoringHandler(compile, lost), some.atOnce());
        this.renders = workers.of(
                new RestoringHandler(render, lost),
                some.partsAtOnce().orElse(CompileSettings.usual().processes()));
        this.assembles = workers.of(new RestoringHandler(assemble, lost), some.atOnce());
    }

    void start(@Observes StartupEvent event) {
        all().forEach(TaskWorker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        all().forEach(TaskWorker::close);
    }

    private List<TaskWorker> all() {
        return List.of(compiles, renders, assembles);
    }

    @Incoming("compile-wakeups")
    @Blocking(ordered = false)
    void compileIsDue(Object whatever) {
        compiles.wake();
    }

    @Incoming("render-wakeups")
    @Blocking(ordered = false)
    void renderIsDue(Object whatever) {
        renders.wake();
    }

    @Incoming("assemble-wakeups")
    @Blocking(ordered = false)
    void assembleIsDue(Object whatever) {
        assembles.wake();
    }
}

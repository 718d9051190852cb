package org.webinararchiver.trial;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.webinararchiver.platform.task.TaskWorker;
import org.webinararchiver.platform.task.TaskWorkers;

/** The role: does trial tasks, woken and looking by itself exactly as the workers that archive. */
@ApplicationScoped
public class TrialWorker {
    private final TaskWorker trials;

    public TrialWorker(TaskWorkers workers, TrialSettings settings, TrialHandler trial) {
        this.trials = workers.of(trial, settings.atOnce());
    }

    void start(@Observes StartupEvent event) {
        trials.start();
    }

    void stop(@Observes ShutdownEvent event) {
        trials.close();
    }

    @Incoming("trial-wakeups")
    @Blocking(ordered = false)
    void trialIsDue(Object whatever) {
        trials.wake();
    }
}

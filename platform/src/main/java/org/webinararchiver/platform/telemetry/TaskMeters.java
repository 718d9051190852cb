package org.webinararchiver.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.task.TaskKind;

/** Counts how the attempts of this process ended and how long they took. */
@ApplicationScoped
public class TaskMeters {
    private static final Duration[] STEPS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10)
    };

    private final MeterRegistry registry;

    public TaskMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** An attempt ended. */
    public void ended(TaskKind kind, TaskOutcome outcome, Duration lasted) {
        Timer.builder("archiver.task.duration")
                .description("How long attempts took, however they ended")
                .tag("kind", word(kind))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(lasted);
        registry.counter("archiver.tasks", "kind", word(kind), "outcome", word(outcome))
                .increment();
    }

    /** A task is to be tried again. */
    public void retried(TaskKind kind, Failure why) {
        registry.counter("archiver.task.retries", "kind", word(kind), "reason", why.reason())
                .increment();
    }

    /** As labels are written: what there is of it is known beforehand, and little. */
    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

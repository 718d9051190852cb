package org.webinararchiver.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.webinararchiver.platform.catalog.Recording;

/** Counts the recordings that tasks of this process brought to their end, and how long they took from submission. */
@ApplicationScoped
public class RecordingMeters {
    private static final Duration[] STEPS = {
        Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1)
    };

    private final MeterRegistry registry;
    private final Clock clock = Clock.systemUTC();

    public RecordingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a recording whose task has ended, if that was its end too. */
    public void taskEnded(Recording recording) {
        if (recording.state().isFinal()) {
            ended(recording, Duration.between(recording.createdAt().toInstant(), clock.instant()));
        }
    }

    private void ended(Recording recording, Duration lasted) {
        registry.counter("archiver.recordings.ended", "outcome", outcome(recording))
                .increment();
        Timer.builder("archiver.recording.duration")
                .description("From submission to the end")
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(lasted);
    }

    private static String outcome(Recording recording) {
        var name = recording.outcome().map(Enum::name).orElse(recording.state().name());
        return name.toLowerCase(Locale.ROOT);
    }
}

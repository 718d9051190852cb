package org.webinararchiver.compile.task;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Counts what was rendered, and the processor time that every ffmpeg took. */
@ApplicationScoped
public class RenderMeters {
    private static final Path OWN_FIGURES = Path.of("/proc/self/stat");

    /** Counted after the name, which may have spaces: in user mode and in the kernel, of children that have ended. */
    private static final int OF_CHILDREN_USER = 13;

    private static final int OF_CHILDREN_KERNEL = 14;

    /** What Linux counts for user space on every machine. */
    private static final double TICKS_IN_A_SECOND = 100;

    private final MeterRegistry registry;

    public RenderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        if (Files.isReadable(OWN_FIGURES)) {
            FunctionCounter.builder("archiver.render.cpu", this, meters -> secondsOfChildren())
                    .description("Processor time of every ffmpeg that has ended")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    /** A part was rendered. */
    void rendered(Duration part) {
        registry.counter("archiver.rendered.seconds").increment(part.toMillis() / 1000.0);
    }

    private static double secondsOfChildren() {
        try {
            var line = Files.readString(OWN_FIGURES);
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[OF_CHILDREN_USER]) + Long.parseLong(fields[OF_CHILDREN_KERNEL]);
            return ticks / TICKS_IN_A_SECOND;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}

package org.webinararchiver.platform.scratch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how full the disk is that scratch is on, whoever filled it. */
@ApplicationScoped
public class ScratchMeters {
    private final MeterRegistry registry;
    private final Path scratch;

    public ScratchMeters(MeterRegistry registry, ScratchSettings settings) {
        this.registry = registry;
        this.scratch = settings.scratch();
    }

    void start(@Observes StartupEvent event) {
        gauge("used", disk -> disk.getTotalSpace() - disk.getUsableSpace());
        gauge("limit", FileStore::getTotalSpace);
    }

    @FunctionalInterface
    private interface Measured {
        long of(FileStore disk) throws IOException;
    }

    private void gauge(String kind, Measured measured) {
        Gauge.builder("archiver.scratch", () -> measured(measured))
                .description("The disk that work in progress is on")
                .baseUnit("bytes")
                .tag("kind", kind)
                .register(registry);
    }

    /** The folder is made when it is needed first. */
    private double measured(Measured measured) {
        try {
            return measured.of(Files.getFileStore(
                    Files.exists(scratch) ? scratch : scratch.toAbsolutePath().getRoot()));
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}

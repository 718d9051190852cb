package org.webinararchiver.api.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Tells how many keys will soon open nothing any more, so that those who use them are not the first to know. */
@ApplicationScoped
public class ExpiringKeys {
    static final Duration SOON = Duration.ofDays(14);

    private final KnownKeys keys;
    private final MeterRegistry registry;

    public ExpiringKeys(KnownKeys keys, MeterRegistry registry) {
        this.keys = keys;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("archiver.credentials.expiring", () -> keys.expiringWithin(SOON))
                .description("Keys that will have expired in two weeks")
                .register(registry);
    }
}

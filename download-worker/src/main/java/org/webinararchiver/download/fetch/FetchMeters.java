package org.webinararchiver.download.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the bytes that came from each host. */
@ApplicationScoped
public class FetchMeters {
    /** Links are hostile: a list of files on a million hosts must not make a million figures. */
    private static final int MOST_HOSTS = 50;

    private static final String OTHERS = "others";

    private final MeterRegistry registry;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    public FetchMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A file was asked for, and this is what became of it. */
    void fetched(URI url, FetchOutcome outcome) {
        switch (outcome) {
            case FetchOutcome.Stored stored -> count(url, stored.bytes());
            case FetchOutcome.Damaged damaged -> damaged.usable().ifPresent(usable -> count(url, usable.bytes()));
            case FetchOutcome.Failed failed -> {}
        }
    }

    private void count(URI url, long bytes) {
        registry.counter("archiver.fetched.bytes", "host", label(url.getHost())).increment(bytes);
    }

    private String label(String host) {
        if (hosts.size() < MOST_HOSTS) {
            hosts.add(host);
        }
        return hosts.contains(host) ? host : OTHERS;
    }
}

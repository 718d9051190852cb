package org.webinararchiver.api.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.webinararchiver.api.reading.NextReading;

/**
 * The keys that open something, read anew every second: a request is answered without asking the database, and a key
 * that is revoked opens nothing a second later. What was read long ago is not believed, so that a revocation holds even
 * when the database is away.
 *
 * <p>A key that is not known may have been made just now, so it waits for a reading that begins after it came. Whoever
 * guesses waits too, and costs the database next to nothing.
 */
@ApplicationScoped
public class KnownKeys {
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);
    static final Duration LEAST_BETWEEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(KnownKeys.class);

    private final ApiKeys keys;
    private final Listening listening;
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("api-keys").factory());
    private final NextReading nextReading = new NextReading(clockwork, this::read, LEAST_BETWEEN, PATIENCE);
    private volatile Reading latest = new Reading(Map.of(), Instant.MIN);
    private boolean toldThatThereIsNone;

    /** What was read, and when, by the clock of this machine. */
    private record Reading(Map<KeyHash, ApiKey> valid, Instant at) {}

    public KnownKeys(DataSource database, Listening listening) {
        this.keys = new ApiKeys(database);
        this.listening = listening;
    }

    void start(@Observes StartupEvent event) {
        if (listening.toAnybody()) {
            read();
            clockwork.scheduleWithFixedDelay(
                    this::read, BETWEEN_READS.toMillis(), BETWEEN_READS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    /**
     * The key with this text, if it opens anything: at once when it is known, else after the next reading. Fails when
     * that does.
     */
    CompletionStage<Optional<ApiKey>> find(KeyText text) {
        var known = known(text);
        return known.isPresent()
                ? CompletableFuture.completedStage(known)
                : nextReading.end().thenApply(read -> known(text));
    }

    private Optional<ApiKey> known(KeyText text) {
        var now = Instant.now();
        var found = Optional.ofNullable(latest.valid().get(KeyHash.of(text))).filter(key -> !key.hasExpired(now));
        found.ifPresent(key -> used.add(key.id()));
        return found;
    }

    /** Whether what is known is still believed; it is not when the database is away. */
    boolean areFresh() {
        return latest.at().isAfter(Instant.now().minus(BELIEVED));
    }

    /** How many of those that open something now will not any more after this time. */
    long expiringWithin(Duration time) {
        var then = Instant.now().plus(time);
        return latest.valid().values().stream()
                .filter(key -> key.hasExpired(then))
                .count();
    }

    private void read() {
        var end = nextReading.begins();
        try {
            latest = new Reading(keys.valid(), Instant.now());
            end.complete(null);
            tellWhenThereIsNone();
            var seen = Set.copyOf(used);
            keys.used(seen);
            used.removeAll(seen);
        } catch (SQLException | RuntimeException e) {
            end.completeExceptionally(e);
            LOG.debug("the keys could not be read", e); // that the database is away is told by whoever works with it
        }
    }

    private void tellWhenThereIsNone() {
        if (listening.beyondLoopback() && latest.valid().isEmpty() && !toldThatThereIsNone) {
            LOG.warn("There is no valid API key, so every request is refused; make one with"
                    + " \"java -jar quarkus-run.jar keys create --name NAME --scopes submit,read\"");
            toldThatThereIsNone = true;
        }
    }
}

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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The keys that open something, read anew every second: a request is answered without asking the database, and a key
 * that is revoked opens nothing a second later. What was read long ago is not believed, so that a revocation holds even
 * when the database is away.
 *
 * <p>A key that is not known may have been made just now, so it waits for a reading that begins after it came. All that
 * wait share one, and there are some a second at most: whoever guesses costs the database next to nothing.
 */
@ApplicationScoped
public class KnownKeys {
    static final Duration LEAST_BETWEEN_READS = Duration.ofMillis(200);
    static final int MOST_WAITING = 1000;
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(KnownKeys.class);

    private final ApiKeys keys;
    private final Listening listening;
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("api-keys").factory());
    private volatile Reading latest = new Reading(Map.of(), Instant.MIN);
    private volatile Instant begun = Instant.EPOCH;
    private boolean toldThatThereIsNone;

    /** Guarded by this, as is how many wait for it; null while nobody does. */
    private CompletableFuture<Void> nextReading;

    private int waiting;

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
     * there is none for seconds, or too many wait for it already.
     */
    CompletionStage<Optional<ApiKey>> find(KeyText text) {
        var known = known(text);
        return known.isPresent()
                ? CompletableFuture.completedStage(known)
                : nextReading().thenApply(read -> known(text));
    }

    private Optional<ApiKey> known(KeyText text) {
        var now = Instant.now();
        var found = Optional.ofNullable(latest.valid().get(KeyHash.of(text))).filter(key -> !key.hasExpired(now));
        found.ifPresent(key -> used.add(key.id()));
        return found;
    }

    private synchronized CompletionStage<Void> nextReading() {
        if (++waiting > MOST_WAITING) {
            return CompletableFuture.failedStage(new RejectedExecutionException("too many keys are not known"));
        }
        if (nextReading == null) {
            nextReading = new CompletableFuture<Void>().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var wait = Duration.between(Instant.now(), begun.plus(LEAST_BETWEEN_READS));
            clockwork.schedule(this::readIfAwaited, Math.max(wait.toMillis(), 0), TimeUnit.MILLISECONDS);
        }
        return nextReading;
    }

    /** Whether what is known is still believed; it is not when the database is away. */
    boolean areFresh() {
        return latest.at().isAfter(Instant.now().minus(BELIEVED));
    }

    private void readIfAwaited() {
        if (isAwaited()) {
            read();
        }
    }

    private void read() {
        begun = Instant.now();
        var awaited = taken(); // who comes from now on waits for the reading after this one
        try {
            latest = new Reading(keys.valid(), Instant.now());
            awaited.complete(null);
            tellWhenThereIsNone();
            var seen = Set.copyOf(used);
            keys.used(seen);
            used.removeAll(seen);
        } catch (SQLException | RuntimeException e) {
            awaited.completeExceptionally(e);
            LOG.debug("the keys could not be read", e); // that the database is away is told by whoever works with it
        }
    }

    private synchronized boolean isAwaited() {
        return nextReading != null;
    }

    private synchronized CompletableFuture<Void> taken() {
        var taken = nextReading == null ? new CompletableFuture<Void>() : nextReading;
        nextReading = null;
        waiting = 0;
        return taken;
    }

    private void tellWhenThereIsNone() {
        if (listening.beyondLoopback() && latest.valid().isEmpty() && !toldThatThereIsNone) {
            LOG.warn("There is no valid API key, so every request is refused; make one with"
                    + " \"java -jar quarkus-run.jar keys create --name NAME --scopes submit,read\"");
            toldThatThereIsNone = true;
        }
    }
}

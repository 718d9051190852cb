package org.webinararchiver.api.oidc;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.webinararchiver.api.reading.NextReading;

/**
 * The keys with which the issuer signs, asked for when they are needed. After some minutes they are asked for again
 * meanwhile; long ago ones are not believed, so that a key which the issuer has withdrawn opens nothing for ever, even
 * when the issuer is away.
 */
final class IssuerKeys implements AutoCloseable {
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration BELIEVED = Duration.ofHours(1);

    /** However many guess keys. */
    static final Duration LEAST_BETWEEN = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final Source source;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("issuer-keys").factory());
    private final NextReading nextReading = new NextReading(clockwork, this::read, LEAST_BETWEEN, PATIENCE);
    private volatile Known latest;
    private boolean isAway;

    /** Where they come from. */
    interface Source {
        List<JsonWebKey> read() throws IOException;
    }

    /** What was read, and when, by a clock that is never set. */
    private record Known(List<JsonWebKey> keys, long at) {
        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - at < age.toNanos();
        }
    }

    IssuerKeys(Source source) {
        this.source = source;
    }

    /** At once when they are known; fails when they are not and the issuer does not tell. */
    CompletionStage<List<JsonWebKey>> known() {
        var now = latest;
        if (now == null || !now.isYoungerThan(BELIEVED)) {
            return anew();
        }
        if (!now.isYoungerThan(FRESH)) {
            nextReading.end(); // nobody waits for it
        }
        return CompletableFuture.completedStage(now.keys());
    }

    /** Those of a reading that begins from now on, since one is not among them; fails as {@link #known} does. */
    CompletionStage<List<JsonWebKey>> anew() {
        return nextReading.end().thenApply(done -> latest.keys());
    }

    private void read() {
        var end = nextReading.begins();
        try {
            latest = new Known(List.copyOf(source.read()), System.nanoTime());
            if (isAway) {
                LOG.info("the issuer of tokens tells its keys again");
                isAway = false;
            }
            end.complete(null);
        } catch (IOException | RuntimeException e) {
            if (!isAway) {
                LOG.warnf("the issuer of tokens does not tell its keys: %s", e.getMessage());
                isAway = true;
            }
            end.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}

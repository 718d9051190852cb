package org.webinararchiver.api.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Notes what was asked for and not done. It is gathered and written every few seconds, the same as one entry, so that
 * who guesses keys costs the database next to nothing. What a killed service has gathered is lost; nothing was done of
 * it.
 */
@ApplicationScoped
public class Refusals {
    /** Others are counted together until the next writing. */
    static final int MOST = 1000;

    /** Before the database is closed. */
    private static final int EARLY = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final AuditLog log;
    private final AuditSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("refusals").factory());
    private Map<Refused, Integer> gathered = new HashMap<>();

    private record Refused(Actor actor, Deed deed, AuditOutcome outcome, String reason) {
        AuditLine line(int times) {
            return new AuditLine(actor, deed, outcome, Optional.of(reason), times);
        }
    }

    public Refusals(AuditLog log, AuditSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        var pause = settings.refusals().toMillis();
        clockwork.scheduleWithFixedDelay(this::write, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(EARLY) ShutdownEvent event) {
        clockwork.shutdown();
        try {
            clockwork.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    /** It was not done, for this reason. */
    public void refused(Actor actor, Deed deed, String reason) {
        refused(actor, deed, reason, 1);
    }

    /** It was not done so many times, for this reason. */
    public void refused(Actor actor, Deed deed, String reason, int times) {
        gather(new Refused(actor, deed, AuditOutcome.REFUSED, reason), times);
    }

    /** Something went wrong here; it was done or not. */
    public void failed(Actor actor, Deed deed, String reason) {
        gather(new Refused(actor, deed, AuditOutcome.FAILED, reason), 1);
    }

    private synchronized void gather(Refused refused, int times) {
        var counted = gathered.size() < MOST || gathered.containsKey(refused) ? refused : among(refused);
        gathered.merge(counted, times, Integer::sum);
    }

    /** Somebody asks from so many addresses, or for so many things, that they can not be told one by one. */
    private static Refused among(Refused one) {
        return new Refused(
                Actor.nobody(Optional.empty()), Deed.attempted(Action.OTHER), one.outcome(), "too-many-to-tell");
    }

    private void write() {
        var some = taken();
        if (some.isEmpty()) {
            return;
        }
        try {
            log.write(some.entrySet().stream()
                    .map(refused -> refused.getKey().line(refused.getValue()))
                    .toList());
        } catch (RuntimeException e) {
            LOG.debug("refusals could not be noted and are kept", e); // whoever works with the database tells of it
            some.forEach(this::gather);
        }
    }

    private synchronized Map<Refused, Integer> taken() {
        var some = gathered;
        gathered = new HashMap<>();
        return some;
    }
}

package org.webinararchiver.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.Failure.OurOutage;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.task.BackOff;
import org.webinararchiver.core.task.CircuitBreaker;
import org.webinararchiver.core.task.TaskKind;

/** What a worker has met of outages of our own servers, and whether it may begin anything: a {@link CircuitBreaker}. */
final class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class);

    private final TaskKind kind;
    private final BackOff pauses;
    private final InstantSource time;
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private CircuitBreaker breaker = CircuitBreaker.CLOSED;
    private Optional<OurOutage> present = Optional.empty();

    Outages(TaskKind kind, BackOff pauses, InstantSource time) {
        this.kind = kind;
        this.pauses = pauses;
        this.time = time;
    }

    /** Asks to begin a task; empty when that may not be now, else the time by which it tells how it went. */
    synchronized Optional<Instant> begin() {
        var now = time.instant();
        if (!breaker.admits(now)) {
            return Optional.empty();
        }
        breaker = breaker.begun();
        return Optional.of(now);
    }

    /** A task met an outage; answers how long it should be left alone. */
    synchronized Duration met(OurOutage outage, Instant begun) {
        var now = time.instant();
        var before = breaker;
        breaker = breaker.outage(begun, now, pauses, chance);
        var pause = breaker.rest(now);
        if (!breaker.equals(before)) {
            present = Optional.of(outage);
            var level = outage.remedy() == Remedy.OPERATOR ? Logger.Level.ERROR : Logger.Level.WARN;
            LOG.logf(level, "%s tasks rest for %s: %s. %s", kind, pause, outage.message(), outage.advice());
        }
        return pause;
    }

    /** A task succeeded; answers whether that was the end of an outage. */
    synchronized boolean success(Instant begun) {
        return isEndedBy(breaker.success(begun));
    }

    /** A task is over, whether or not it has told how it went, or there was none. */
    synchronized void over(Instant begun) {
        isEndedBy(breaker.over(begun, time.instant(), pauses));
    }

    private boolean isEndedBy(CircuitBreaker next) {
        boolean ends = !breaker.isClosed() && next.isClosed();
        breaker = next;
        if (ends) {
            present = Optional.empty();
            LOG.infof("%s tasks are done as usual again", kind);
        }
        return ends;
    }

    /** How long nothing is begun from now on. */
    synchronized Duration rest() {
        return breaker.rest(time.instant());
    }

    /** The outage that nobody has seen the end of. */
    synchronized Optional<OurOutage> present() {
        return present;
    }
}

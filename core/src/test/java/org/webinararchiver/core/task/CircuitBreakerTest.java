package org.webinararchiver.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Instant START = Instant.parse("2026-01-28T17:06:28Z");
    private static final BackOff PAUSES = new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(60));

    private final Random chance = new Random(1);

    @Test
    void aWorkerThatMetNoOutageBeginsAsManyTasksAsItLikes() {
        assertThat(CircuitBreaker.CLOSED.begun().begun().admits(START)).isTrue();
        assertThat(CircuitBreaker.CLOSED.rest(START)).isZero();
    }

    @Test
    void afterAnOutageNothingIsBegunUntilThePauseIsOver() {
        var open = outage(CircuitBreaker.CLOSED, START);
        assertThat(open.rest(START)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(open.admits(open.until().minusNanos(1))).isFalse();
        assertThat(open.admits(open.until())).isTrue();
        assertThat(open.rest(open.until())).isZero();
    }

    @Test
    void thenOneTaskIsTriedAtATime() {
        var open = outage(CircuitBreaker.CLOSED, START);
        var tried = open.until();
        assertThat(open.begun().admits(tried)).isFalse();
        assertThat(open.begun().over(tried, tried, PAUSES).admits(tried)).isTrue();
    }

    @Test
    void theSuccessOfOneThatWasBegunSinceEndsTheOutage() {
        var open = outage(CircuitBreaker.CLOSED, START);
        assertThat(open.begun().success(open.until())).isEqualTo(CircuitBreaker.CLOSED);
    }

    @Test
    void anOutageThatIsNotMetAgainForTheLongestPauseIsTakenToBeOver() {
        var open = outage(CircuitBreaker.CLOSED, START);
        var last = START.plus(PAUSES.longest());
        assertThat(open.begun().over(last, last, PAUSES).isClosed()).isFalse();
        assertThat(open.begun().over(last, last.plusNanos(1), PAUSES)).isEqualTo(CircuitBreaker.CLOSED);
        assertThat(CircuitBreaker.CLOSED.over(START, START, PAUSES)).isEqualTo(CircuitBreaker.CLOSED);
    }

    @Test
    void whatWasBegunBeforeTellsNothing() {
        var before = START.minusNanos(1);
        var open = outage(CircuitBreaker.CLOSED, START);
        var trying = open.begun();
        assertThat(trying.success(before)).isEqualTo(trying);
        assertThat(trying.over(before, START, PAUSES)).isEqualTo(trying);
    }

    @Test
    void tasksThatMeetAnOutageTogetherMeetOne() {
        var open = outage(CircuitBreaker.CLOSED, START);
        var later = open.outage(START.minusSeconds(1), START.plusSeconds(1), PAUSES, chance);
        assertThat(later).isEqualTo(open);
    }

    @Test
    void eachOutageInARowMakesThePauseLongerUpToItsLimit() {
        var breaker = CircuitBreaker.CLOSED;
        for (int outages = 1; outages <= 100; outages++) {
            var now = breaker.isClosed() ? START : breaker.until();
            breaker = outage(breaker, now);
            long most = outages > 5 ? 60 : 2L << (outages - 1);
            assertThat(breaker.rest(now)).isBetween(Duration.ofMillis(most * 500), Duration.ofSeconds(most));
        }
    }

    @Test
    void afterItsEndTheNextOutageBeginsAnew() {
        var twice = outage(outage(CircuitBreaker.CLOSED, START), START.plusSeconds(10));
        var next = outage(twice.success(START.plusSeconds(20)), START.plusSeconds(30));
        assertThat(next.outages()).isEqualTo(1);
    }

    private CircuitBreaker outage(CircuitBreaker before, Instant now) {
        return before.outage(now, now, PAUSES, chance);
    }
}

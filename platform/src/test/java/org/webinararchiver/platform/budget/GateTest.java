package org.webinararchiver.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.webinararchiver.platform.time.SteadyTime;

class GateTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final SteadyTime time = new SteadyTime();
    private final Gate gate = new Gate(time);

    @Test
    void nobodyIsLetInBeforeSomethingIsAllowedAndWhoWaitsSaysSo() throws InterruptedException, OriginRests {
        var said = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = threads.submit(() -> {
                gate.enter(said::incrementAndGet, PATIENCE);
                return gate.crowd();
            });
            await().until(() -> gate.crowd().waiting() == 1);
            gate.allow(1, Instant.EPOCH, Instant.MAX);
            await().until(entering::isDone);
            assertThat(entering.resultNow()).isEqualTo(new Gate.Crowd(1, 0));
            assertThat(said).hasValue(1);
        }
    }

    @Test
    void asManyAreInsideAsAreAllowedAndOneFollowsEachWhoLeaves() throws InterruptedException, OriginRests {
        gate.allow(2, Instant.EPOCH, Instant.MAX);
        gate.enter(() -> {}, PATIENCE);
        assertThat(gate.isFull()).isFalse();
        gate.enter(() -> {}, PATIENCE);
        assertThat(gate.isFull()).isTrue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < 2; count++) {
                threads.submit(() -> {
                    gate.enter(() -> {}, PATIENCE);
                    return true;
                });
            }
            await().until(() -> gate.crowd().equals(new Gate.Crowd(2, 2)));
            gate.leave();
            await().until(() -> gate.crowd().equals(new Gate.Crowd(2, 1)));
            gate.leave();
            await().until(() -> gate.crowd().equals(new Gate.Crowd(2, 0)));
        }
    }

    @Test
    void aRestIsKept() throws InterruptedException, OriginRests {
        gate.allow(1, Instant.EPOCH, Instant.MAX);
        var opens = time.instant().plusMillis(150);
        gate.rest(opens);
        gate.enter(() -> {}, PATIENCE);
        assertThat(time.instant()).isAfterOrEqualTo(opens);
    }

    @Test
    void aRestThatIsLongerThanSomebodyWantsToWaitIsToldAtOnceAlsoToWhoWaitsAlready() throws Exception {
        gate.allow(0, Instant.EPOCH, Instant.MAX);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> {
                gate.enter(() -> {}, Duration.ofSeconds(5));
                return true;
            });
            await().until(() -> gate.crowd().waiting() == 1);
            gate.allow(1, time.instant().plusSeconds(60), Instant.MAX);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(waiting::get)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            OriginRests.class,
                            told -> assertThat(told.rest()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
        }
        assertThatExceptionOfType(OriginRests.class).isThrownBy(() -> gate.enter(() -> {}, Duration.ofSeconds(5)));
        assertThat(gate.crowd().isEmpty()).isTrue();
    }

    @Test
    void afterItsEndNobodyIsLetInUntilItIsAllowedAgain() throws InterruptedException, OriginRests {
        gate.allow(1, Instant.EPOCH, time.instant());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = threads.submit(() -> {
                gate.enter(() -> {}, PATIENCE);
                return true;
            });
            await().until(() -> gate.crowd().waiting() == 1);
            assertThat(entering).isNotDone();
            gate.allow(1, Instant.EPOCH, Instant.MAX);
            await().until(entering::isDone);
        }
    }

    @Test
    void aPlaceThatSomebodyHasNoPatienceForGoesToTheNext() throws Exception {
        gate.allow(1, Instant.EPOCH, Instant.MAX);
        gate.enter(() -> {}, PATIENCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hasty = threads.submit(() -> {
                gate.enter(() -> {}, Duration.ZERO);
                return true;
            });
            await().until(() -> gate.crowd().waiting() == 1);
            var patient = threads.submit(() -> {
                gate.enter(() -> {}, PATIENCE);
                return true;
            });
            await().until(() -> gate.crowd().waiting() == 2);
            gate.rest(time.instant().plusMillis(150));
            gate.leave();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(hasty::get)
                    .withCauseInstanceOf(OriginRests.class);
            await().until(patient::isDone);
            assertThat(gate.crowd()).isEqualTo(new Gate.Crowd(1, 0));
        }
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.enter(() -> {}, PATIENCE)).isInstanceOf(InterruptedException.class);
        assertThat(gate.crowd().isEmpty()).isTrue();
    }
}

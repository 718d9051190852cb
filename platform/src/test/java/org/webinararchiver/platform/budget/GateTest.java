package org.webinararchiver.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {
    private final SteadyTime time = new SteadyTime();
    private final Gate gate = new Gate(time);

    @Test
    void nobodyIsLetInBeforeSomethingIsAllowedAndWhoWaitsSaysSo() throws InterruptedException {
        var said = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = threads.submit(() -> {
                gate.enter(said::incrementAndGet);
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
    void asManyAreInsideAsAreAllowedAndOneFollowsEachWhoLeaves() throws InterruptedException {
        gate.allow(2, Instant.EPOCH, Instant.MAX);
        gate.enter(() -> {});
        assertThat(gate.isFull()).isFalse();
        gate.enter(() -> {});
        assertThat(gate.isFull()).isTrue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < 2; count++) {
                threads.submit(() -> {
                    gate.enter(() -> {});
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
    void aRestIsKept() throws InterruptedException {
        gate.allow(1, Instant.EPOCH, Instant.MAX);
        var opens = time.instant().plusMillis(150);
        gate.rest(opens);
        gate.enter(() -> {});
        assertThat(time.instant()).isAfterOrEqualTo(opens);
    }

    @Test
    void afterItsEndNobodyIsLetInUntilItIsAllowedAgain() throws InterruptedException {
        gate.allow(1, Instant.EPOCH, time.instant());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = threads.submit(() -> {
                gate.enter(() -> {});
                return true;
            });
            await().until(() -> gate.crowd().waiting() == 1);
            assertThat(entering).isNotDone();
            gate.allow(1, Instant.EPOCH, Instant.MAX);
            await().until(entering::isDone);
        }
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.enter(() -> {})).isInstanceOf(InterruptedException.class);
        assertThat(gate.crowd().isEmpty()).isTrue();
    }
}

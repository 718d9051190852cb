package org.webinararchiver.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionTest {
    private static final Instant NOW = Instant.parse("2026-01-28T17:06:28Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long FENCE = 3;

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    transition, WAITING, LEASED, DONE, FAILED, CANCELLED
                    Claim,      yes,     no,     no,   no,     no
                    Extend,     no,      yes,    no,   no,     no
                    Succeed,    no,      yes,    no,   no,     no
                    Rest,       no,      yes,    no,   no,     no
                    HandBack,   no,      yes,    no,   no,     no
                    GiveUp,     no,      yes,    no,   no,     no
                    Expire,     no,      yes,    no,   no,     no
                    Cancel,     yes,     yes,    no,   no,     no
                    Restart,    no,      no,     no,   yes,    yes
                    """)
    void onlyTheDrawnTransitionsArePossible(
            String name, String waiting, String leased, String done, String failed, String cancelled) {
        var transition = named(name);
        assertThat(transition.isPossible(in(TaskState.WAITING), NOW)).isEqualTo(waiting.equals("yes"));
        assertThat(transition.isPossible(in(TaskState.LEASED), NOW)).isEqualTo(leased.equals("yes"));
        assertThat(transition.isPossible(in(TaskState.DONE), NOW)).isEqualTo(done.equals("yes"));
        assertThat(transition.isPossible(in(TaskState.FAILED), NOW)).isEqualTo(failed.equals("yes"));
        assertThat(transition.isPossible(in(TaskState.CANCELLED), NOW)).isEqualTo(cancelled.equals("yes"));
    }

    @Test
    void whatIsNotPossibleIsRefusedAndSaysWhy() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> named("Succeed").apply(in(TaskState.CANCELLED), NOW))
                .withMessageContaining("Succeed")
                .withMessageContaining("CANCELLED");
    }

    @Test
    void aTaskIsClaimedFromTheMomentItIsDue() {
        var claim = named("Claim");
        assertThat(claim.isPossible(waiting(NOW), NOW)).isTrue();
        assertThat(claim.isPossible(waiting(NOW.plusNanos(1)), NOW)).isFalse();
    }

    @Test
    void aClaimIsAnAttemptAndRaisesTheFence() {
        var claimed = named("Claim").apply(in(TaskState.WAITING), NOW);
        assertThat(claimed.attempts()).isEqualTo(3);
        assertThat(claimed.fence()).isEqualTo(FENCE + 1);
        assertThat(claimed.lease()).contains(new Lease("worker", NOW.plus(MINUTE)));
    }

    @Test
    void whoHoldsAnOlderFenceCanDoNothing() {
        var task = in(TaskState.LEASED);
        assertThat(new Transition.Succeed(FENCE - 1).isPossible(task, NOW)).isFalse();
        assertThat(new Transition.Extend(FENCE - 1, MINUTE).isPossible(task, NOW))
                .isFalse();
        assertThat(new Transition.Rest(FENCE - 1, MINUTE).isPossible(task, NOW)).isFalse();
        assertThat(new Transition.GiveUp(FENCE - 1).isPossible(task, NOW)).isFalse();
    }

    @Test
    void aLeaseExpiresAtItsEndAndNotBefore() {
        var expire = new Transition.Expire();
        assertThat(expire.isPossible(leased(NOW.plusNanos(1)), NOW)).isFalse();
        assertThat(expire.isPossible(leased(NOW), NOW)).isTrue();
    }

    @Test
    void aLateHolderMayStillFinishWhenNobodyHasNoticed() {
        assertThat(new Transition.Succeed(FENCE).isPossible(leased(NOW.minus(MINUTE)), NOW))
                .isTrue();
    }

    @Test
    void whatRestsIsDueAfterItsPauseAndKeepsItsAttempts() {
        var rested = new Transition.Rest(FENCE, MINUTE).apply(in(TaskState.LEASED), NOW);
        assertThat(rested.dueAt()).isEqualTo(NOW.plus(MINUTE));
        assertThat(rested.attempts()).isEqualTo(2);
    }

    @Test
    void whatIsHandedBackWasNoAttempt() {
        assertThat(new Transition.HandBack(FENCE, Duration.ZERO)
                        .apply(in(TaskState.LEASED), NOW)
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void whatIsRestartedBeginsItsAttemptsAnewButNotItsFence() {
        var restarted = new Transition.Restart().apply(in(TaskState.FAILED), NOW);
        assertThat(restarted.attempts()).isZero();
        assertThat(restarted.fence()).isEqualTo(FENCE);
    }

    private static Transition named(String name) {
        return switch (name) {
            case "Claim" -> new Transition.Claim("worker", MINUTE);
            case "Extend" -> new Transition.Extend(FENCE, MINUTE);
            case "Succeed" -> new Transition.Succeed(FENCE);
            case "Rest" -> new Transition.Rest(FENCE, MINUTE);
            case "HandBack" -> new Transition.HandBack(FENCE, MINUTE);
            case "GiveUp" -> new Transition.GiveUp(FENCE);
            case "Expire" -> new Transition.Expire();
            case "Cancel" -> new Transition.Cancel();
            case "Restart" -> new Transition.Restart();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Task in(TaskState state) {
        return switch (state) {
            case WAITING -> waiting(NOW);
            case LEASED -> leased(NOW.minusNanos(1));
            case DONE, FAILED, CANCELLED -> task(state, NOW, Optional.empty());
        };
    }

    private static Task waiting(Instant due) {
        return task(TaskState.WAITING, due, Optional.empty());
    }

    private static Task leased(Instant until) {
        return task(TaskState.LEASED, NOW, Optional.of(new Lease("worker", until)));
    }

    private static Task task(TaskState state, Instant due, Optional<Lease> lease) {
        return new Task(new UUID(0, 1), new UUID(0, 2), TaskKind.FETCH, state, 2, FENCE, due, lease);
    }
}

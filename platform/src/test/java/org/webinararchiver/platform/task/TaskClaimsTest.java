package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.task.Pauses.Scope;

@PlatformTest
class TaskClaimsTest {
    @Inject
    TaskBench bench;

    @Inject
    TaskLedger ledger;

    @Inject
    Pauses pauses;

    @Inject
    Transactions transactions;

    @BeforeEach
    void noTasks() {
        bench.clear();
    }

    @Test
    void aTaskIsClaimedOnceAndItsKindDecidesByWhom() {
        var recording = bench.recordingOf("anna");
        var task = bench.add(recording, TaskKind.FETCH);
        assertThat(bench.claim(TaskKind.PLAN)).isEmpty();
        assertThat(bench.claim(TaskKind.FETCH)).hasValueSatisfying(claimed -> {
            assertThat(claimed.id()).isEqualTo(task);
            assertThat(claimed.recording()).isEqualTo(recording);
            assertThat(claimed.attempt()).isEqualTo(1);
        });
        assertThat(bench.claim(TaskKind.FETCH)).isEmpty();
    }

    @Test
    void aSingleLinkIsNextAlthoughAnotherOwnerCameBeforeWithAThousand() {
        var many = bench.recordingOf("with many");
        for (int number = 0; number < 1000; number++) {
            bench.add(many, TaskKind.FETCH);
        }
        assertThat(claimed()).isEqualTo(many);
        var one = bench.recordingOf("with one");
        bench.add(one, TaskKind.FETCH);
        assertThat(List.of(claimed(), claimed())).contains(one);
    }

    @Test
    void ownersTakeTurnsAndSoDoTheRecordingsOfEach() {
        var anna1 = bench.recordingOf("anna");
        var anna2 = bench.recordingOf("anna");
        var boris = bench.recordingOf("boris");
        for (int number = 0; number < 4; number++) {
            bench.add(anna1, TaskKind.FETCH);
            bench.add(anna2, TaskKind.FETCH);
            bench.add(boris, TaskKind.FETCH);
        }
        var order = new ArrayList<UUID>();
        for (int turn = 0; turn < 8; turn++) {
            order.add(claimed());
        }
        assertThat(order.stream().filter(boris::equals)).hasSize(4);
        assertThat(order.stream().filter(anna1::equals)).hasSize(2);
        assertThat(order.stream().filter(anna2::equals)).hasSize(2);
    }

    @Test
    void severalThatAreClaimedAtOnceAreTheOnesWhoseTurnsAreNext() {
        for (var owner : List.of("anna", "boris", "cyril")) {
            var first = bench.recordingOf(owner);
            var second = bench.recordingOf(owner);
            for (int number = 0; number < 3; number++) {
                bench.add(first, TaskKind.FETCH);
                bench.add(second, TaskKind.FETCH);
            }
        }
        var oneByOne = new ArrayList<ClaimedTask>();
        QuarkusTransaction.begin();
        for (int turn = 0; turn < 12; turn++) {
            oneByOne.add(bench.claimHere(TaskKind.FETCH, 1).getFirst());
        }
        QuarkusTransaction.rollback();

        var atOnce = bench.claim(TaskKind.FETCH, 12);

        assertThat(atOnce).isEqualTo(oneByOne);
        assertThat(bench.claim(TaskKind.FETCH, 100)).hasSize(6);
        assertThat(bench.claim(TaskKind.FETCH, 100)).isEmpty();
    }

    @Test
    void whatIsPausedIsNotBegunUntilItIsResumed() {
        var anna = bench.recordingOf("anna");
        bench.add(anna, TaskKind.FETCH);
        for (var scope : List.of(new Scope.All(), new Scope.OfOwner("anna"), new Scope.OfRecording(anna))) {
            transactions.run(() -> pauses.pause(scope));
            assertThat(transactions.call(() -> pauses.isPaused(scope))).isTrue();
            bench.ripen();
            assertThat(bench.claim(TaskKind.FETCH))
                    .as("while %s is paused", scope)
                    .isEmpty();
            assertThat(bench.announce(TaskBench.OVER)).isEmpty();
            transactions.run(() -> pauses.resume(scope));
            assertThat(bench.ripen()).isEqualTo(1);
        }
        assertThat(claimed()).isEqualTo(anna);
    }

    @Test
    void whatIsAddedDuringAPauseWaitsToo() {
        transactions.run(() -> pauses.pause(new Scope.OfOwner("anna")));
        bench.add(bench.recordingOf("anna"), TaskKind.PLAN);
        var boris = bench.recordingOf("boris");
        bench.add(boris, TaskKind.PLAN);
        assertThat(bench.claim(TaskKind.PLAN).orElseThrow().recording()).isEqualTo(boris);
        assertThat(bench.claim(TaskKind.PLAN)).isEmpty();
    }

    @Test
    void whatTwoPausesHoldWaitsForTheEndOfBoth() {
        bench.add(bench.recordingOf("anna"), TaskKind.PLAN);
        transactions.run(() -> pauses.pause(new Scope.All()));
        transactions.run(() -> pauses.pause(new Scope.OfOwner("anna")));
        transactions.run(() -> pauses.resume(new Scope.All()));
        assertThat(bench.ripen()).isZero();
        assertThat(bench.claim(TaskKind.PLAN)).isEmpty();
        transactions.run(() -> pauses.resume(new Scope.OfOwner("anna")));
        assertThat(bench.ripen()).isEqualTo(1);
    }

    @Test
    void whatBecomesDueDuringAPauseIsReadyAfterIt() {
        var recording = bench.recordingOf("anna");
        bench.add(recording, TaskKind.PLAN);
        var task = bench.claim(TaskKind.PLAN).orElseThrow();
        transactions.run(() -> pauses.pause(new Scope.OfRecording(recording)));
        bench.apply(task.id(), new Transition.Rest(task.fence(), TaskBench.OVER));
        assertThat(bench.ripen()).isZero();
        transactions.run(() -> pauses.resume(new Scope.OfRecording(recording)));
        assertThat(bench.ripen()).isEqualTo(1);
    }

    @Test
    void whatAPauseHoldsCanBeCancelled() {
        var task = bench.add(bench.recordingOf("anna"), TaskKind.PLAN);
        transactions.run(() -> pauses.pause(new Scope.All()));
        assertThat(bench.apply(task, new Transition.Cancel()).state()).isEqualTo(TaskState.CANCELLED);
        transactions.run(() -> pauses.resume(new Scope.All()));
        assertThat(bench.ripen()).isZero();
    }

    @Test
    void whatIsAddedWhileItsPauseEndsIsReadyAfterIt() {
        var recording = bench.recordingOf("anna");
        transactions.run(() -> pauses.pause(new Scope.OfRecording(recording)));
        transactions.run(() -> {
            ledger.add(UUID.randomUUID(), recording, TaskKind.PLAN);
            transactions.run(() -> pauses.resume(new Scope.OfRecording(recording)));
        });
        assertThat(bench.ripen()).isEqualTo(1);
    }

    @Test
    void nothingRipensWhilePausesChangeAndNobodyWaitsForThat() {
        var recording = bench.recordingOf("anna");
        transactions.run(() -> pauses.pause(new Scope.OfRecording(recording)));
        bench.add(recording, TaskKind.PLAN);
        transactions.run(() -> {
            pauses.resume(new Scope.OfRecording(recording));
            assertThat(bench.ripen()).isZero();
        });
        assertThat(bench.ripen()).isEqualTo(1);
    }

    @Test
    void manyWorkersWhoClaimAtOnceNeverGetTheSameTaskAndLeaveNone() throws InterruptedException {
        var tasks = new HashSet<UUID>();
        for (int number = 0; number < 40; number++) {
            var recording = bench.recordingOf("owner " + number % 3);
            for (int count = 0; count < 5; count++) {
                tasks.add(bench.add(recording, TaskKind.FETCH));
            }
        }
        var claimed = ConcurrentHashMap.<UUID>newKeySet();
        var twice = ConcurrentHashMap.<UUID>newKeySet();
        try (var workers = Executors.newFixedThreadPool(8)) {
            for (int worker = 0; worker < 8; worker++) {
                workers.execute(() -> {
                    var chance = ThreadLocalRandom.current();
                    for (var next = bench.claim(TaskKind.FETCH, 1);
                            !next.isEmpty();
                            next = bench.claim(TaskKind.FETCH, chance.nextInt(1, 4))) {
                        next.stream()
                                .map(ClaimedTask::id)
                                .filter(id -> !claimed.add(id))
                                .forEach(twice::add);
                    }
                });
            }
        }
        assertThat(twice).isEmpty();
        for (var rest = bench.claim(TaskKind.FETCH); rest.isPresent(); rest = bench.claim(TaskKind.FETCH)) {
            claimed.add(rest.get().id());
        }
        assertThat(claimed).isEqualTo(tasks);
    }

    private UUID claimed() {
        return bench.claim(TaskKind.FETCH).orElseThrow().recording();
    }
}

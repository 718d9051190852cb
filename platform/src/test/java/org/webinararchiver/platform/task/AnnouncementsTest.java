package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;

@PlatformTest
class AnnouncementsTest {
    private static final Duration LATER = Duration.ofHours(1);
    private static final int DEPTH = 3;

    @Inject
    TaskBench bench;

    @Inject
    Announcements announcements;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void fivePlans() {
        bench.clear();
        recording = bench.recordingOf("anna");
        for (int number = 0; number < 5; number++) {
            bench.add(recording, TaskKind.PLAN);
        }
    }

    @Test
    void aQueueIsAsDeepAsItMayBeAndNoDeeper() {
        assertThat(announced(LATER)).hasSize(DEPTH);
        assertThat(announced(LATER)).isEmpty();
    }

    @Test
    void forEveryTaskThatWasToldOfAndTakenAnotherIsTold() {
        var told = announced(LATER).stream().map(WakeUp::task).toList();
        var taken = bench.claim(TaskKind.PLAN, 2).stream().map(ClaimedTask::id).filter(told::contains);

        assertThat(announced(LATER)).hasSize((int) taken.count());
    }

    @Test
    void aFullQueueOfOneKindKeepsNoOtherKindWaiting() {
        announced(LATER);
        var fetch = bench.add(recording, TaskKind.FETCH);

        assertThat(announced(LATER)).containsExactly(new WakeUp(fetch, TaskKind.FETCH));
    }

    @Test
    void whatWasToldTooLongAgoIsToldAgain() {
        announced(LATER);

        assertThat(announced(TaskBench.OVER)).hasSize(DEPTH);
    }

    @Test
    void whatNobodyCouldBeToldOfIsToldWithTheNext() {
        var untold = announced(LATER);
        transactions.run(() -> announcements.takeBack(untold));

        assertThat(announced(LATER)).hasSize(DEPTH);
    }

    @Test
    void dispatchersThatLookAtTheSameTimeTellOfDifferentTasks() throws Exception {
        for (int number = 0; number < 95; number++) {
            bench.add(recording, TaskKind.PLAN);
        }
        Callable<List<WakeUp>> dispatcher = () -> transactions.call(() -> announcements.next(100, LATER));
        var told = new ArrayList<WakeUp>();
        try (var dispatchers = Executors.newFixedThreadPool(4)) {
            for (var one : dispatchers.invokeAll(Collections.nCopies(4, dispatcher))) {
                told.addAll(one.get());
            }
        }
        told.addAll(dispatcher.call());

        assertThat(told).doesNotHaveDuplicates().hasSize(100);
    }

    private List<WakeUp> announced(Duration again) {
        return transactions.call(() -> announcements.next(DEPTH, again));
    }
}

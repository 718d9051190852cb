package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.Workshop.Work;

class WorkshopTest {
    private final Workshop workshop = new Workshop(TestFfmpeg.runner(), 2);

    @Test
    void resultsComeInTheOrderOfTheWork() throws Exception {
        var second = new CountDownLatch(1);
        List<Work<Integer>> work = List.of(
                () -> {
                    second.await();
                    return 1;
                },
                () -> {
                    second.countDown();
                    return 2;
                });

        assertThat(workshop.all(work)).containsExactly(1, 2);
    }

    @Test
    void theFirstFailureEndsTheOthers() {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var more = new AtomicInteger();
        List<Work<Integer>> work = List.of(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return 1;
                    } finally {
                        ended.set(true);
                    }
                },
                () -> {
                    begun.await();
                    throw new IOException("the disk is full");
                },
                more::incrementAndGet);

        assertThatThrownBy(() -> workshop.all(work))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
        assertThat(ended).isTrue();
    }

    @Test
    void noWorkIsDoneAtOnce() throws Exception {
        assertThat(workshop.<Integer>all(List.of())).isEmpty();
    }
}

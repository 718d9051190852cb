package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.platform.PlatformTest;

@PlatformTest
class AttemptsInFiguresTest extends WorkerUnderTest {
    private static final Failure GONE = new Failure.OfTask("gone", "The file is gone.", "None.");
    private static final Failure PRIVATE = new Failure.OfRecording("private", "It is private.", "Log in.");

    @Inject
    MeterRegistry registry;

    @Test
    void whatIsDoneIsCountedAndTimed() {
        double done = counted("done");
        double timed = timed();
        add();
        start(new ScriptedHandler(attempt -> NOTHING));

        await().until(() -> counted("done") == done + 1);
        assertThat(timed()).isEqualTo(timed + 1);
    }

    @Test
    void whatIsTriedAgainIsCountedWithItsReason() {
        double retried = counted("retried");
        double done = counted("done");
        add();
        start(new ScriptedHandler(
                attempt -> {
                    throw new IOException("reset");
                },
                attempt -> NOTHING));

        await().until(() -> counted("done") == done + 1);
        assertThat(counted("retried")).isEqualTo(retried + 1);
        assertThat(registry.find("archiver.task.retries").tag("kind", "fetch").counters())
                .isNotEmpty()
                .allSatisfy(
                        counter -> assertThat(counter.getId().getTag("reason")).matches("[a-z0-9-]+"));
    }

    @Test
    void whatIsGivenUpIsCountedAndItsRecordingIsNotTakenForEnded() {
        double givenUp = counted("given_up");
        double ended = ended("failed");
        add();
        start(new ScriptedHandler(attempt -> {
            throw new FailureException(GONE);
        }));

        await().until(() -> counted("given_up") == givenUp + 1);
        assertThat(ended("failed")).isEqualTo(ended);
    }

    @Test
    void aRecordingThatFailsIsCountedWithHowLongItTook() {
        double failed = counted("recording_failed");
        double ended = ended("failed");
        add();
        start(new ScriptedHandler(attempt -> {
            throw new FailureException(PRIVATE);
        }));

        await().until(() -> counted("recording_failed") == failed + 1);
        assertThat(ended("failed")).isEqualTo(ended + 1);
        assertThat(registry.get("archiver.recording.duration").timer().count()).isPositive();
    }

    @Test
    void whatIsGivenBackIsNoFailure() throws Exception {
        double handedBack = counted("handed_back");
        var begun = new CountDownLatch(1);
        add();
        start(new ScriptedHandler(attempt -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return NOTHING;
        }));
        begun.await();

        worker.close();

        assertThat(counted("handed_back")).isEqualTo(handedBack + 1);
    }

    @Test
    void everyLineOfTheLogNamesTheRecordingWhileItIsWorkedAt() {
        var told = new AtomicReference<Object>();
        var task = add();
        start(new ScriptedHandler(attempt -> {
            told.set(MDC.get("recording") + " " + MDC.get("task") + " " + MDC.get("kind"));
            return NOTHING;
        }));

        await().until(() -> told.get() != null);
        assertThat(told.get()).isEqualTo(recording + " " + task + " FETCH");
    }

    private double counted(String outcome) {
        return sum(registry.find("archiver.tasks").tag("kind", "fetch").tag("outcome", outcome));
    }

    private double ended(String outcome) {
        return sum(registry.find("archiver.recordings.ended").tag("outcome", outcome));
    }

    private double timed() {
        return registry.find("archiver.task.duration").tag("kind", "fetch").timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }

    private static double sum(Search meters) {
        return meters.counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}

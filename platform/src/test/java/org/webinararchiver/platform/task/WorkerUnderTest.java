package org.webinararchiver.platform.task;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;

/** A worker with two places, a recording whose tasks it does, and waits that are short enough for a test. */
abstract class WorkerUnderTest {
    static final Effect NOTHING = recording -> {};
    static final int PLACES = 2;

    @Inject
    TaskLedger ledger;

    @Inject
    TaskClaims claims;

    @Inject
    Ripening ripening;

    @Inject
    TaskEndings endings;

    @Inject
    Recordings recordings;

    @Inject
    Transactions transactions;

    @Inject
    AttemptWatch watch;

    UUID recording;
    TaskWorker worker;

    @BeforeEach
    void aRecordingAndNoOtherTasks() {
        recording = transactions.call(() -> {
            recordings
                    .getEntityManager()
                    .createNativeQuery("delete from recording")
                    .executeUpdate();
            var made =
                    new Recording(UUID.randomUUID(), "somebody", Samples.link().link());
            recordings.persistAndFlush(made);
            return made.id();
        });
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    void start(TaskHandler handler) {
        start(handler, Duration.ofMillis(10));
    }

    void start(TaskHandler handler, Duration outagePause) {
        var settings = new QuickSettings(outagePause);
        worker = new TaskWorker(handler, PLACES, ledger, claims, ripening, endings, transactions, settings, watch);
        worker.start();
    }

    /** Waits short enough for a test. */
    private record QuickSettings(Duration outagePause) implements TaskSettings {
        @Override
        public Duration lease() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration longestOutagePause() {
            return outagePause.multipliedBy(2);
        }
    }

    UUID add() {
        return add(TaskKind.FETCH);
    }

    UUID add(TaskKind kind) {
        var id = UUID.randomUUID();
        transactions.run(() -> ledger.add(id, recording, kind));
        return id;
    }

    String state() {
        return (String) transactions.call(() -> recordings
                .getEntityManager()
                .createNativeQuery("select state from task where kind = 'FETCH'")
                .getSingleResult());
    }

    String state(UUID task) {
        return (String) transactions.call(() -> recordings
                .getEntityManager()
                .createNativeQuery("select state from task where id = :id")
                .setParameter("id", task)
                .getSingleResult());
    }

    RecordingState recordingState() {
        return transactions.call(() -> recordings.findById(recording).state());
    }
}

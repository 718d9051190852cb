package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.testservices.GatedPostgresResource;
import org.webinararchiver.testservices.TcpGate;

/** PostgreSQL goes away in the middle of work, for longer than a lease, and comes back. */
@QuarkusTest
@TestProfile(DatabaseOutageTest.ShortTimes.class)
@QuarkusTestResource(value = GatedPostgresResource.class, restrictToAnnotatedClass = true)
@Timeout(60)
class DatabaseOutageTest {
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration TO_RECOVER = Duration.ofSeconds(20);

    @Inject
    TaskBench bench;

    @Inject
    TaskWorkers workers;

    TcpGate database;

    private final AtomicInteger effects = new AtomicInteger();
    private UUID task;
    private TaskWorker worker;

    /** Times short enough for a test. */
    public static final class ShortTimes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "archiver.tasks.lease", LEASE.toString(),
                    "archiver.tasks.heartbeat", "PT0.1S",
                    "archiver.tasks.poll", "PT0.1S",
                    "archiver.tasks.outage-pause", "PT0.1S");
        }
    }

    @BeforeEach
    void aTask() {
        await().ignoreExceptionsInstanceOf(DatabaseAway.class).untilAsserted(bench::clear);
        task = bench.add(bench.recordingOf("somebody"), TaskKind.FETCH);
    }

    @AfterEach
    void stop() {
        database.open();
        worker.close();
    }

    @Test
    void workThatEndsMeanwhileIsWrittenOnceWhenTheDatabaseIsBack() {
        start(new ScriptedHandler(attempt -> {
            database.shut();
            return recording -> effects.incrementAndGet();
        }));
        outlastLeases();
        database.open();
        awaitDone();
        assertThat(bench.find(task).fence()).isEqualTo(1);
        assertThat(effects).hasValue(1);
    }

    @Test
    void workThatNeedsTheDatabaseMeanwhileIsHandedBackAsNoAttempt() {
        var handler = new ScriptedHandler(
                attempt -> {
                    database.shut();
                    bench.find(task);
                    return null;
                },
                attempt -> recording -> effects.incrementAndGet());
        start(handler);
        outlastLeases();
        database.open();
        awaitDone();
        assertThat(handler.attempts).extracting(ClaimedTask::attempt).containsExactly(1, 1);
        assertThat(effects).hasValue(1);
    }

    @Test
    void workThatGoesOnMeanwhileKeepsItsTask() {
        var goOn = new CountDownLatch(1);
        var handler = new ScriptedHandler(attempt -> {
            database.shut();
            goOn.await();
            return recording -> effects.incrementAndGet();
        });
        start(handler);
        outlastLeases();
        database.open();
        await().atMost(TO_RECOVER)
                .ignoreExceptionsInstanceOf(DatabaseAway.class)
                .until(this::leaseIsExtended);
        goOn.countDown();
        awaitDone();
        assertThat(handler.attempts).hasSize(1);
        assertThat(effects).hasValue(1);
    }

    private boolean leaseIsExtended() {
        return bench.find(task)
                .lease()
                .filter(lease -> lease.until().isAfter(Instant.now()))
                .isPresent();
    }

    @Test
    void theTaskOfAWorkerThatDiedMeanwhileIsTakenByAnotherAfterwards() {
        bench.ripen();
        bench.claim(TaskKind.FETCH, LEASE);
        start(new ScriptedHandler(attempt -> recording -> effects.incrementAndGet()));
        database.shut();
        outlastLeases();
        database.open();
        awaitDone();
        assertThat(bench.find(task).fence()).isEqualTo(2);
    }

    @Test
    void aWorkerThatIsToEndMeanwhileDoesNotWaitForTheDatabase() {
        var ended = new CountDownLatch(1);
        start(new ScriptedHandler(attempt -> {
            database.shut();
            ended.countDown();
            return recording -> effects.incrementAndGet();
        }));
        await().until(() -> ended.getCount() == 0);
        worker.close();
        assertThat(effects).hasValue(0);
    }

    private void start(TaskHandler handler) {
        worker = workers.of(handler, 2);
        worker.start();
    }

    private void outlastLeases() {
        await().atMost(Duration.ofSeconds(10)).until(this::isAway);
        var since = System.nanoTime();
        await().until(() -> System.nanoTime() - since > LEASE.multipliedBy(2).toNanos());
    }

    private boolean isAway() {
        try {
            bench.find(task);
            return false;
        } catch (DatabaseAway e) {
            return true;
        }
    }

    private void awaitDone() {
        await().atMost(TO_RECOVER)
                .ignoreExceptionsInstanceOf(DatabaseAway.class)
                .until(() -> bench.find(task).state() == TaskState.DONE);
    }
}

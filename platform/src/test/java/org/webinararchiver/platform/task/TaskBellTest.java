package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;

@PlatformTest
class TaskBellTest {
    /** Longer than any test waits, so that whatever ends such a wait is the bell. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final String LISTENERS =
            "from pg_stat_activity where query = 'listen task_added' and datname = current_database()";

    @Inject
    TaskBench bench;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final AtomicInteger rings = new AtomicInteger();
    private TaskBell bell;
    private Thread waiting;
    private UUID recording;

    @BeforeEach
    void waitForIt() {
        bench.clear();
        recording = bench.recordingOf("anna");
        bell = new TaskBell(url, user, password);
    }

    @AfterEach
    void stop() {
        bell.close();
        await().until(() -> waiting.getState() == Thread.State.TERMINATED);
    }

    @Test
    void itRingsWhenATaskWasAdded() {
        waitForRings(LONG);
        await().until(() -> listeners() == 1);

        bench.add(recording, TaskKind.PLAN);
        await().untilAtomic(rings, count -> assertThat(count).isEqualTo(1));
        bench.add(recording, TaskKind.FETCH);
        await().untilAtomic(rings, count -> assertThat(count).isEqualTo(2));
    }

    @Test
    void aConnectionThatBrokeIsMadeAgain() {
        waitForRings(Duration.ofSeconds(1));
        await().until(() -> listeners() == 1);

        transactions.run(() -> database.createNativeQuery("select pg_terminate_backend(pid) " + LISTENERS)
                .getResultList());

        await().until(() -> listeners() == 1);
    }

    @Test
    void whoeverWaitsIsFreeWhenItIsClosed() {
        waitForRings(LONG);
        await().until(() -> listeners() == 1);

        bell.close();

        await().until(() -> waiting.getState() == Thread.State.TERMINATED);
        await().until(() -> listeners() == 0);
    }

    @Test
    void noWaitIsLongerThanItMayBe() {
        waitForRings(Duration.ofMillis(1));

        await().until(() -> rings.get() >= 3);
    }

    private void waitForRings(Duration atMost) {
        waiting = Thread.ofPlatform().start(() -> {
            try {
                while (bell.await(atMost)) {
                    rings.incrementAndGet();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long listeners() {
        return transactions.call(() -> ((Number) database.createNativeQuery("select count(*) " + LISTENERS)
                        .getSingleResult())
                .longValue());
    }
}

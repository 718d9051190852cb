package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;

/** Processes race for many small tasks, and one after another is ended without a warning. */
@Tag("servers")
@Timeout(600)
class RaceTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final String WORKER = "trial-worker";
    private static final int WORKERS = 4;
    private static final int TASKS = 20_000;
    private static final int MOST_TASKS_BETWEEN_KILLS = 2_000;
    private static final int ONE_IN_A_HUNDRED = TASKS / 100;

    /** So that what a killed worker held need not be waited for longer than the race lasts. */
    private static final Map<String, String> SETTINGS = Map.of(
            "ARCHIVER_TASKS_LEASE", "PT10S", "ARCHIVER_TASKS_HEARTBEAT", "PT0.5S", "ARCHIVER_TRIAL_WORK", "PT0.002S");

    private final Random chance = new Random(Long.getLong("tests.seed", 0));

    @Test
    void noTaskIsLostNoneIsDoneTwiceAndFewAreBegunAgain(@TempDir Path folder) throws Exception {
        var services = new ArrayList<>(Collections.nCopies(WORKERS, WORKER));
        services.addFirst("api-service");
        try (var deployment = Deployment.begin(OUTPUTS, folder, SETTINGS, TestBroker.server(), services)) {
            deployment.awaitReady();
            try (var trial = Trial.in(deployment.database())) {
                trial.add(TASKS);
                var kills = killOneAfterAnother(deployment, trial);
                await("all is done")
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(200))
                        .until(
                                trial::states,
                                states -> !states.containsKey("WAITING") && !states.containsKey("LEASED"));

                assertThat(trial.states()).isEqualTo(Map.of("DONE", (long) TASKS));
                assertThat(trial.tasksWithEffect()).isEqualTo(TASKS);
                assertThat(trial.effects()).isEqualTo(TASKS);
                assertThat(trial.claims()).isBetween((long) TASKS, (long) TASKS + ONE_IN_A_HUNDRED);
                assertThat(kills).isGreaterThanOrEqualTo(TASKS / MOST_TASKS_BETWEEN_KILLS - 1);
                assertThat(trial.processes()).isGreaterThan(WORKERS);
            }
        }
    }

    /** Kills whenever some more tasks are done, until nearly all are; answers how often. */
    private int killOneAfterAnother(Deployment deployment, Trial trial) throws Exception {
        int kills = 0;
        int next = someTasks();
        while (next < TASKS) {
            awaitDone(trial, next);
            var lost = deployment.of(WORKER).get(chance.nextInt(WORKERS));
            lost.kill();
            deployment.replace(lost);
            kills++;
            next += someTasks();
        }
        return kills;
    }

    private int someTasks() {
        return chance.nextInt(MOST_TASKS_BETWEEN_KILLS / 4, MOST_TASKS_BETWEEN_KILLS);
    }

    private static void awaitDone(Trial trial, int tasks) {
        await(tasks + " tasks are done")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isDone(trial, tasks));
    }

    private static boolean isDone(Trial trial, int tasks) throws SQLException {
        return trial.effects() >= tasks;
    }
}

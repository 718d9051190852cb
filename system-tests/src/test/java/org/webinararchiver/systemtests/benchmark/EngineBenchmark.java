package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.systemtests.services.Trial;
import org.webinararchiver.testservices.TestBroker;

/** How much the engine itself costs: an API service and two workers whose tasks do nothing, on real servers. */
class EngineBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> SERVICES = List.of("api-service", "trial-worker", "trial-worker");

    /** Recordings that are nothing but tasks must not be taken for stuck ones. */
    private static final Map<String, String> SETTINGS =
            Map.of("ARCHIVER_TRIAL_AT_ONCE", "16", "ARCHIVER_RECONCILER_INTERVAL", "PT1H");

    private static final int TO_WARM_UP = 20_000;
    private static final int MANY = 60_000;
    private static final int ONE_BY_ONE = 500;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static Trial trial;

    @BeforeAll
    static void warmUp(@TempDir Path folder) throws Exception {
        deployment = Deployment.begin(OUTPUTS, folder, SETTINGS, TestBroker.server(), SERVICES);
        deployment.awaitReady();
        trial = Trial.in(deployment.database());
        trial.add(TO_WARM_UP);
        awaitEffects(TO_WARM_UP);
    }

    @BeforeEach
    void nothingToDo() throws SQLException {
        trial.clear();
    }

    @AfterAll
    static void stop() throws SQLException {
        if (trial != null) {
            trial.close();
        }
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    void tasksInASecond() throws SQLException {
        var cpu = CpuTime.with(trial.databaseName());
        var start = System.nanoTime();
        trial.add(MANY);
        awaitEffects(MANY);
        var seconds = (System.nanoTime() - start) / 1e9;
        var used = cpu.since();

        assertThat(trial.states()).isEqualTo(Map.of("DONE", (long) MANY));
        Figures.tell("tasks a second, %d tasks of several owners".formatted(MANY), "%.0f".formatted(MANY / seconds));
        used.forEach((program, time) ->
                Figures.tell("CPU time a task, " + program, "%.0f µs".formatted(time.toNanos() / 1e3 / MANY)));
    }

    @Test
    void fromCommitToStart() throws SQLException {
        var chance = new Random(1);
        for (int done = 0; done < ONE_BY_ONE; done++) {
            pause(chance);
            trial.add(1);
            awaitEffects(done + 1);
        }
        var delays = trial.delays();
        for (int percent : new int[] {50, 90, 99}) {
            Figures.tell(
                    "from commit to start in an idle system, p" + percent,
                    "%.1f ms".formatted(delays.get(ONE_BY_ONE * percent / 100)));
        }
    }

    /** Anything from nothing to what the system needs to come to rest, so that no rhythm of its own is hit. */
    private static void pause(Random chance) {
        await().pollDelay(Duration.ofMillis(chance.nextInt(20, 250))).until(() -> true);
    }

    @Test
    void whatDoingNothingCosts() throws SQLException {
        var cpu = CpuTime.with(trial.databaseName());
        await().pollDelay(IDLE).atMost(IDLE.multipliedBy(2)).until(() -> true);
        cpu.since()
                .forEach((program, time) -> Figures.tell(
                        "CPU of an idle system, " + program,
                        "%.2f %% of a core".formatted(100.0 * time.toMillis() / IDLE.toMillis())));
    }

    private static void awaitEffects(int tasks) {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(tasks > 1_000 ? 200 : 5))
                .until(() -> trial.effects() >= tasks);
    }
}

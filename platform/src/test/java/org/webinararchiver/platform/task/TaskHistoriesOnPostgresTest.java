package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.IllegalTransition;
import org.webinararchiver.core.task.Task;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.PlatformTest;

/**
 * Random histories on PostgreSQL and in a model that knows nothing but {@link Transition}: after every step both agree
 * on what was possible and on how the task stands. Leases and pauses are either over at once or longer than the test.
 */
@PlatformTest
class TaskHistoriesOnPostgresTest {
    private static final int SEEDS = 200;
    private static final long FIRST_SEED = Long.getLong("tests.seed", 0);
    private static final int STEPS = 25;

    /** Any time will do: nothing that the model is asked depends on how late it is. */
    private static final Instant NOW = Instant.parse("2026-01-28T17:06:28Z");

    @Inject
    TaskBench bench;

    private final Map<UUID, Task> model = new HashMap<>();
    private final List<ClaimedTask> believers = new ArrayList<>();
    private Random random = new Random(0);

    @Test
    void postgresAndTheModelAgreeAboutEveryHistory() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            random = new Random(seed);
            begin();
            for (int step = 0; step < STEPS; step++) {
                step();
                assertAgreement(seed, step);
            }
        }
    }

    private void begin() {
        bench.clear();
        model.clear();
        believers.clear();
        for (int number = 0; number < 3; number++) {
            var recording = bench.recordingOf("owner " + number % 2);
            var id = bench.add(recording, TaskKind.FETCH);
            model.put(id, Task.added(id, recording, TaskKind.FETCH, NOW));
        }
    }

    private void step() {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> claim();
            case 3 -> byBeliever(held -> new Transition.Extend(held.fence(), overOrLong()));
            case 4 -> byBeliever(held -> new Transition.Succeed(held.fence()));
            case 5 -> byBeliever(held -> new Transition.Rest(held.fence(), overOrLong()));
            case 6 -> byBeliever(held -> new Transition.HandBack(held.fence(), overOrLong()));
            case 7 -> byAnybody();
            case 8 -> ripen();
            default -> throw new IllegalStateException();
        }
    }

    private Duration overOrLong() {
        return random.nextBoolean() ? TaskBench.LONG : TaskBench.OVER;
    }

    /** PostgreSQL chooses; that the model allows it is what is compared. */
    private void claim() {
        ripen();
        var lease = overOrLong();
        var claimed = bench.claim(TaskKind.FETCH, lease);
        if (claimed.isEmpty()) {
            assertThat(model.values()).noneMatch(task -> new Transition.Claim("worker", lease).isPossible(task, NOW));
            return;
        }
        var after = new Transition.Claim("worker", lease)
                .apply(model.get(claimed.get().id()), NOW);
        assertThat(claimed.get().fence()).isEqualTo(after.fence());
        assertThat(claimed.get().attempt()).isEqualTo(after.attempts());
        model.put(after.id(), after);
        believers.add(claimed.get());
    }

    private void byBeliever(Function<ClaimedTask, Transition> deed) {
        if (!believers.isEmpty()) {
            var held = believers.get(random.nextInt(believers.size()));
            happens(held.id(), deed.apply(held));
        }
    }

    private void byAnybody() {
        var ids = new ArrayList<>(model.keySet());
        var id = ids.get(random.nextInt(ids.size()));
        happens(id, random.nextBoolean() ? new Transition.Cancel() : new Transition.Restart());
    }

    private void happens(UUID id, Transition transition) {
        var task = model.get(id);
        var possible = transition.isPossible(task, NOW);
        assertThat(happensOnPostgres(id, transition))
                .as("%s on %s", transition, task)
                .isEqualTo(possible);
        if (possible) {
            model.put(id, transition.apply(task, NOW));
        }
    }

    private boolean happensOnPostgres(UUID id, Transition transition) {
        try {
            bench.apply(id, transition);
            return true;
        } catch (IllegalTransition | LeaseLost refused) {
            return false;
        }
    }

    private void ripen() {
        bench.ripen();
        for (var task : List.copyOf(model.values())) {
            if (new Transition.Expire().isPossible(task, NOW)) {
                model.put(task.id(), new Transition.Expire().apply(task, NOW));
            }
        }
    }

    private void assertAgreement(long seed, int step) {
        for (var expected : model.values()) {
            var found = bench.find(expected.id());
            assertThat(found.state())
                    .as("seed %d, step %d: %s", seed, step, expected)
                    .isEqualTo(expected.state());
            assertThat(found.attempts()).as("seed %d, step %d", seed, step).isEqualTo(expected.attempts());
            assertThat(found.fence()).as("seed %d, step %d", seed, step).isEqualTo(expected.fence());
            if (expected.state() == TaskState.LEASED) {
                assertThat(found.lease().orElseThrow().holder()).isEqualTo("worker");
            }
        }
    }
}

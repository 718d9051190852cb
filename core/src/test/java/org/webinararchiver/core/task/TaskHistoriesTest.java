package org.webinararchiver.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random histories: two to five workers claim, live, die, freeze and come back late, messages repeat, the
 * clock jumps forward and back, our own servers go away and come back. Whatever happens, an effect is written once,
 * nothing is lost, and only what went wrong with a task itself is counted against it.
 */
class TaskHistoriesTest {
    private static final int SEEDS = 5_000;
    private static final long FIRST_SEED = Long.getLong("tests.seed", 0);
    private static final int STEPS = 300;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Test
    void everyTaskEndsOnceWhateverWorkersMessagesAndClocksDo() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var history = new History(seed);
            for (int step = 0; step < STEPS; step++) {
                history.step();
            }
            history.settle();
            assertThat(history.effects.values()).as("effects of seed %d", seed).allMatch(count -> count == 1);
            assertThat(history.open()).as("open tasks of seed %d", seed).isEmpty();
        }
    }

    /** What a worker believes: a frozen one believes it long after it has ceased to be true. */
    private record Belief(UUID task, long fence) {}

    private static final class History {
        private final Random random;
        private final Map<UUID, Task> tasks = new HashMap<>();
        private final List<Belief> beliefs = new ArrayList<>();
        private final Map<UUID, Integer> effects = new HashMap<>();
        private final Set<Belief> fencesGiven = new HashSet<>();
        private final Map<UUID, Integer> troubles = new HashMap<>();
        private final int workers;
        private boolean ourServersAreAway;
        private Instant now = Instant.parse("2026-01-28T17:06:28Z");

        History(long seed) {
            random = new Random(seed);
            workers = 2 + random.nextInt(4);
            for (int number = 0; number < 8; number++) {
                var id = new UUID(seed, number);
                tasks.put(id, Task.added(id, new UUID(seed, 100), TaskKind.FETCH, now));
            }
        }

        void step() {
            switch (random.nextInt(11)) {
                case 0, 1, 2 -> claimSome();
                case 3 -> act(belief -> new Transition.Extend(belief.fence(), LEASE));
                case 4, 5 -> finish();
                case 6 -> act(belief -> new Transition.Rest(belief.fence(), someSeconds()));
                case 7 -> act(belief -> new Transition.HandBack(belief.fence(), Duration.ZERO));
                case 8 -> expireAll();
                case 9 -> now = now.plusSeconds(random.nextInt(120) - 40);
                case 10 -> ourServersAreAway = random.nextInt(3) > 0;
                default -> throw new IllegalStateException();
            }
        }

        private Duration someSeconds() {
            return Duration.ofSeconds(random.nextInt(60));
        }

        /** Without our servers no work can be done. */
        private void finish() {
            if (ourServersAreAway) {
                act(belief -> new Transition.HandBack(belief.fence(), someSeconds()));
            } else {
                succeed();
            }
        }

        /** Everybody lives from now on, and time goes forward. */
        void settle() {
            for (int round = 0; round < 100 && !open().isEmpty(); round++) {
                now = now.plusSeconds(120);
                expireAll();
                tasks.keySet().forEach(this::claim);
                while (!beliefs.isEmpty()) {
                    succeed();
                }
            }
        }

        List<Task> open() {
            return tasks.values().stream().filter(task -> task.state().isOpen()).toList();
        }

        private void claimSome() {
            if (beliefs.size() < workers * 3) {
                claim(new ArrayList<>(tasks.keySet()).get(random.nextInt(tasks.size())));
            }
        }

        private void claim(UUID id) {
            var before = tasks.get(id);
            if (happens(id, new Transition.Claim("worker", LEASE))) {
                var belief = new Belief(id, tasks.get(id).fence());
                assertThat(fencesGiven.add(belief))
                        .as("a fence given twice: %s", before)
                        .isTrue();
                beliefs.add(belief);
            }
        }

        /** A message that is delivered twice makes the worker try to finish twice. */
        private void succeed() {
            if (beliefs.isEmpty()) {
                return;
            }
            var belief = random.nextInt(4) == 0
                    ? beliefs.get(random.nextInt(beliefs.size()))
                    : beliefs.remove(random.nextInt(beliefs.size()));
            if (happens(belief.task(), new Transition.Succeed(belief.fence()))) {
                effects.merge(belief.task(), 1, Integer::sum);
            }
        }

        private void act(Function<Belief, Transition> deed) {
            if (!beliefs.isEmpty()) {
                var belief = beliefs.get(random.nextInt(beliefs.size()));
                happens(belief.task(), deed.apply(belief));
            }
        }

        private void expireAll() {
            tasks.keySet().forEach(id -> happens(id, new Transition.Expire()));
        }

        private boolean happens(UUID id, Transition transition) {
            var task = tasks.get(id);
            if (!transition.isPossible(task, now)) {
                return false;
            }
            var after = transition.apply(task, now);
            assertThat(after.fence()).isGreaterThanOrEqualTo(task.fence());
            tasks.put(id, after);
            count(transition, after);
            return true;
        }

        /** What is under way or done is an attempt too; an outage is none, however many there were. */
        private void count(Transition transition, Task after) {
            if (transition instanceof Transition.Rest || transition instanceof Transition.Expire) {
                troubles.merge(after.id(), 1, Integer::sum);
            }
            int current = after.state() == TaskState.WAITING ? 0 : 1;
            assertThat(after.attempts())
                    .as("attempts after %s: %s", transition, after)
                    .isEqualTo(troubles.getOrDefault(after.id(), 0) + current);
        }
    }
}

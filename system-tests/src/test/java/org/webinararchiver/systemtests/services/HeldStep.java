package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.testservices.Passage;

/**
 * A recording that stands still in one of its steps, because a server that the step needs has gone silent: so what
 * happens then happens in that step, and not by luck.
 *
 * @param recording its id
 * @param holder the process that is in the step
 */
record HeldStep(String recording, long holder) {
    private static final int MOST_TRIES = 10;
    private static final Duration LONGER_THAN_ANY_STEP_STAYS_UNNOTICED = Duration.ofSeconds(1);

    /** Slow enough that a file is caught on its way. */
    private static final Passage SLOW = new Passage.Slow(60_000);

    /** Submits a meeting until one of its recordings stands still in this step; others are let go on to their end. */
    static HeldStep of(TaskKind step, Meeting meeting, Deployment deployment, FaultyWays ways) throws SQLException {
        for (int number = 0; number < MOST_TRIES; number++) {
            ways.let(FaultyWays.To.ORIGIN, step == TaskKind.PLAN ? new Passage.Silent() : SLOW);
            var id = deployment.recordings().accepted(ways.linkTo(meeting), Map.of("quality", "480p"));
            var tasks = new TaskTable(ways.database());
            await(step + " has begun")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> tasks.all(id, step).stream()
                            .anyMatch(row -> !row.state().equals("WAITING")));
            ways.let(serverOf(step), new Passage.Silent());
            await().pollDelay(LONGER_THAN_ANY_STEP_STAYS_UNNOTICED).until(() -> true);
            var holder = holder(tasks, id, step);
            if (holder.isPresent()) {
                return new HeldStep(id, holder.get());
            }
            ways.openAll();
            deployment.recordings().ended(id);
            deployment.recordings().remove(id);
        }
        throw new AssertionError(step + " was over each time before it could be held");
    }

    private static FaultyWays.To serverOf(TaskKind step) {
        return switch (step) {
            case PLAN, FETCH -> FaultyWays.To.ORIGIN;
            case COMPILE, RENDER, ASSEMBLE -> FaultyWays.To.STORE;
        };
    }

    private static Optional<Long> holder(TaskTable tasks, String recording, TaskKind step) throws SQLException {
        return tasks.all(recording, step).stream()
                .map(TaskTable.Row::holder)
                .filter(holder -> holder != 0)
                .findFirst();
    }

    /** Fails unless every task has ended, none after more than so many attempts. */
    static void mustHaveEnded(TaskTable tasks, String recording, int mostAttempts) throws SQLException {
        for (var kind : TaskKind.values()) {
            assertThat(tasks.all(recording, kind)).as(kind.name()).isNotEmpty().allSatisfy(task -> {
                assertThat(task.state()).isEqualTo("DONE");
                assertThat(task.attempts()).isLessThanOrEqualTo(mostAttempts);
            });
        }
    }
}

package org.webinararchiver.systemtests.services;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.webinararchiver.core.task.TaskKind;
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

    /** A step that nothing holds is over by then. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    /** Slow enough that a file is caught on its way. */
    private static final Passage SLOW = new Passage.Slow(60_000);

    /** Submits the meeting until one of its recordings stands still in this step; others are let go on to their end. */
    static HeldStep of(TaskKind step, TroubledRecording troubled) throws Exception {
        var ways = troubled.ways();
        for (int number = 0; number < MOST_TRIES; number++) {
            ways.let(FaultyWays.To.ORIGIN, step == TaskKind.PLAN ? new Passage.Silent() : SLOW);
            var id = troubled.submitted();
            troubled.tasks().awaitBegun(id, step);
            ways.let(serverOf(step), new Passage.Silent());
            await().pollDelay(LONG_ENOUGH).until(() -> true);
            var holder = holder(troubled.tasks(), id, step);
            if (holder.isPresent()) {
                return new HeldStep(id, holder.get());
            }
            ways.openAll();
            troubled.mustEndWellAndGo(id);
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
}

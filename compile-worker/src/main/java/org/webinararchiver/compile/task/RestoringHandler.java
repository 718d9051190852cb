package org.webinararchiver.compile.task;

import java.io.IOException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;

/** Has what the store has lost fetched again when a handler meets it. */
final class RestoringHandler implements TaskHandler {
    private final TaskHandler handler;
    private final LostObjects lost;

    RestoringHandler(TaskHandler handler, LostObjects lost) {
        this.handler = handler;
        this.lost = lost;
    }

    @Override
    public TaskKind kind() {
        return handler.kind();
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        try {
            return handler.work(attempt);
        } catch (NoSuchObject gone) {
            return lost.fetchedAgain(attempt.task(), gone);
        }
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        handler.givenUp(task, recording, failure);
    }
}

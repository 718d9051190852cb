package org.webinararchiver.platform.task;

import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;

/** A handler whose attempts go as a test says, one after the other; the last one's way is kept. */
final class ScriptedHandler implements TaskHandler {

    /** How an attempt goes. */
    @FunctionalInterface
    interface Way {
        Effect go(Attempt attempt) throws FailureException, IOException, InterruptedException;
    }

    private final Deque<Way> script;
    final List<ClaimedTask> attempts = new CopyOnWriteArrayList<>();
    final List<Failure> givenUp = new CopyOnWriteArrayList<>();

    ScriptedHandler(Way... ways) {
        this.script = new ConcurrentLinkedDeque<>(List.of(ways));
    }

    @Override
    public TaskKind kind() {
        return TaskKind.FETCH;
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        attempts.add(attempt.task());
        return (script.size() > 1 ? script.poll() : script.peek()).go(attempt);
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        givenUp.add(failure);
    }
}

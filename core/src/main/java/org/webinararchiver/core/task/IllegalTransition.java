package org.webinararchiver.core.task;

import java.io.Serial;

/** A task does not stand so that this can happen to it; for a worker that means that it has lost the task. */
public final class IllegalTransition extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    IllegalTransition(Task task, Transition transition) {
        super("%s is not possible: %s task %s is %s with fence %d"
                .formatted(transition, task.kind(), task.id(), task.state(), task.fence()));
    }
}

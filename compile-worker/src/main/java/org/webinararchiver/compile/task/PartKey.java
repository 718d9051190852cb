package org.webinararchiver.compile.task;

import org.webinararchiver.platform.task.ClaimedTask;

/** Where the files of parts are kept until they are put together. */
final class PartKey {
    private PartKey() {}

    /** Names task and fence, so that a slow worker that was given up never overwrites its successor's file. */
    static String of(ClaimedTask task, int number) {
        return "recordings/%s/parts/%d/%s-%d".formatted(task.recording(), number, task.id(), task.fence());
    }
}

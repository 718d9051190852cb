package org.webinararchiver.platform.task;

import java.io.Serial;
import java.util.UUID;

/** Another worker holds the task by now, or nobody wants it any more; what was done for it must not be written. */
public final class LeaseLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    LeaseLost(UUID task) {
        super("task " + task + " is no longer ours");
    }
}

package org.webinararchiver.platform.task;

import org.webinararchiver.platform.catalog.Recording;

/** What a task's success changes, written in the transaction that ends the task, under the recording's row lock. */
@FunctionalInterface
public interface Effect {
    void on(Recording recording);
}

package org.webinararchiver.platform.task;

import org.webinararchiver.platform.catalog.Recording;

/** What a task's success changes, written in the transaction that ends the task, under the recording's row lock. */
@FunctionalInterface
public interface Effect {
    void on(Recording recording);

    /** Called after it is written for good. Nothing may depend on it: the process may end before. */
    default void written() {}

    /** The same, and something that is done after it is written for good. */
    default Effect andThen(Runnable afterwards) {
        var first = this;
        return new Effect() {
            @Override
            public void on(Recording recording) {
                first.on(recording);
            }

            @Override
            public void written() {
                first.written();
                afterwards.run();
            }
        };
    }
}

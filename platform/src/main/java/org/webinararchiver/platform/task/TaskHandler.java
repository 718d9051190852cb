package org.webinararchiver.platform.task;

import java.io.IOException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;

/** Knows how to do the tasks of one kind. */
public interface TaskHandler {

    TaskKind kind();

    /**
     * Does the work, outside of any transaction. The thread is interrupted when the lease is lost or the worker ends;
     * the work then stops with an {@link InterruptedException}, and so does all that it started.
     *
     * @return what is to be written when the task ends
     * @throws FailureException with the kind of failure, which decides what follows
     * @throws IOException when something could not be reached: worth another attempt, which does not count when it was
     *     our own object store
     */
    Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException;

    /** The task is given up: writes what its recording loses, in the transaction that ends it. */
    void givenUp(ClaimedTask task, Recording recording, Failure failure);
}

package org.webinararchiver.platform.task;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.webinararchiver.core.task.BackOff;
import org.webinararchiver.platform.database.DatabaseAway;

/**
 * Writes how work ended, which may have taken hours: while the database is away it is tried again until that is back. A
 * worker that waits so takes nothing from others, since nobody could be given work meanwhile.
 */
final class PatientWriter implements AutoCloseable {
    private static final BackOff PAUSES = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));

    private final CountDownLatch closed = new CountDownLatch(1);
    private final RandomGenerator chance = RandomGenerator.getDefault();

    /**
     * Tries at least once.
     *
     * @return false when the worker ended before the database came back
     */
    boolean write(Runnable writing) {
        for (int failures = 1; true; failures++) {
            try {
                writing.run();
                return true;
            } catch (DatabaseAway e) {
                if (endsWithin(PAUSES.after(failures, chance))) {
                    return false;
                }
            }
        }
    }

    private boolean endsWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** From now on nothing is tried twice. */
    @Override
    public void close() {
        closed.countDown();
    }
}

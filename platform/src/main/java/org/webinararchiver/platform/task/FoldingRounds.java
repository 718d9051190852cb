package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.webinararchiver.platform.task.TaskFolding.Place;

/**
 * Has {@link TaskFolding} go through all ended tasks, a round at a time. A round is many short transactions: enough
 * that folding is faster than tasks can end, and few enough that whoever asks for it has soon time for other things.
 */
@ApplicationScoped
public class FoldingRounds {
    /** Half a million tasks, some ten to twenty seconds. */
    private static final int BATCHES_A_ROUND = 100;

    private final TaskFolding folding;
    private final Transactions transactions;
    private Place reached = Place.START;

    public FoldingRounds(TaskFolding folding, Transactions transactions) {
        this.folding = folding;
        this.transactions = transactions;
    }

    /**
     * Goes on where the last round stopped. For one thread at a time; other processes may do the same.
     *
     * @param age how long ago a task must have ended
     * @return how many tasks were folded
     */
    public long next(Duration age) {
        long folded = 0;
        for (int batches = 0; batches < BATCHES_A_ROUND; batches++) {
            var from = reached;
            var batch = transactions.call(() -> folding.fold(age, from));
            folded += batch.tasks();
            reached = batch.next().orElse(Place.START);
            if (batch.next().isEmpty()) {
                break;
            }
        }
        return folded;
    }
}

package org.webinararchiver.platform.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.database.DatabaseAway;

/**
 * Takes tasks for a worker. Those who ask while a claim is under way are served together by the next one, which takes a
 * task for each of them: the busier a worker is, the less a claim costs.
 *
 * <p>Each claim has a name of its own: when the database goes away before it has answered, the task may be taken
 * without anybody knowing which, and is found by that name afterwards.
 */
final class Claimer {
    private final TaskKind kind;
    private final TaskClaims claims;
    private final TaskLedger ledger;
    private final Transactions transactions;
    private final Duration lease;
    private final Lock turn = new ReentrantLock();
    private final AtomicInteger asking = new AtomicInteger();
    private final Queue<ClaimedTask> taken = new ArrayDeque<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    Claimer(TaskKind kind, TaskClaims claims, TaskLedger ledger, Transactions transactions, Duration lease) {
        this.kind = kind;
        this.claims = claims;
        this.ledger = ledger;
        this.transactions = transactions;
        this.lease = lease;
    }

    /**
     * A task to begin at once.
     *
     * @throws DatabaseAway when it is not known whether a task was taken
     */
    Optional<ClaimedTask> claim() {
        asking.incrementAndGet();
        turn.lock();
        try {
            if (taken.isEmpty()) {
                taken.addAll(take(asking.get()));
            }
            return Optional.ofNullable(taken.poll());
        } finally {
            asking.decrementAndGet();
            turn.unlock();
        }
    }

    private List<ClaimedTask> take(int atMost) {
        var holder =
                "%s@%d".formatted(UUID.randomUUID(), ProcessHandle.current().pid());
        try {
            return transactions.call(() -> claims.claim(kind, holder, lease, atMost));
        } catch (DatabaseAway e) {
            unanswered.add(holder);
            throw e;
        }
    }

    /** Gives back what was taken by claims that were not answered; nobody has begun to work at it. */
    void giveBackUnanswered() {
        var holders = List.copyOf(unanswered);
        if (!holders.isEmpty()) {
            transactions.run(() -> ledger.handBack(holders));
            unanswered.removeAll(holders);
        }
    }
}

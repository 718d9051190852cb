package org.webinararchiver.core.task;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of work as it stands. It changes only by a {@link Transition}.
 *
 * @param attempts how often it was claimed, less the claims that count as none
 * @param fence grows with every claim; what carries an older one comes from a worker that lost the task
 * @param dueAt when it may be claimed, where it is waiting
 * @param lease present exactly while it is leased
 */
public record Task(
        UUID id,
        UUID recording,
        TaskKind kind,
        TaskState state,
        int attempts,
        long fence,
        Instant dueAt,
        Optional<Lease> lease) {

    public Task {
        Objects.requireNonNull(id);
        Objects.requireNonNull(recording);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(dueAt);
        if ((state == TaskState.LEASED) != lease.isPresent()) {
            throw new IllegalArgumentException("a task that is " + state + " has this lease: " + lease);
        }
        if (attempts < 0 || fence < attempts) {
            throw new IllegalArgumentException(attempts + " attempts, and " + fence + " claims");
        }
    }

    /** A task that waits, due at once. */
    public static Task added(UUID id, UUID recording, TaskKind kind, Instant now) {
        return new Task(id, recording, kind, TaskState.WAITING, 0, 0, now, Optional.empty());
    }

    boolean isDue(Instant now) {
        return state == TaskState.WAITING && !dueAt.isAfter(now);
    }

    boolean hasExpired(Instant now) {
        return lease.isPresent() && !lease.get().until().isAfter(now);
    }

    Task waiting(int newAttempts, Instant due) {
        return new Task(id, recording, kind, TaskState.WAITING, newAttempts, fence, due, Optional.empty());
    }

    Task leased(int newAttempts, long newFence, Lease newLease) {
        return new Task(id, recording, kind, TaskState.LEASED, newAttempts, newFence, dueAt, Optional.of(newLease));
    }

    Task ended(TaskState end) {
        return new Task(id, recording, kind, end, attempts, fence, dueAt, Optional.empty());
    }
}

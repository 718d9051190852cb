package org.webinararchiver.core.task;

import java.time.Duration;
import java.time.Instant;

/**
 * All that can happen to a task. Each says from where it is possible and what the task is afterwards; there is no other
 * way for a task to change, in the database or in a model of it.
 *
 * <pre>
 *            Claim                       Succeed
 *  WAITING ─────────► LEASED ──────────────────────► DONE
 *     ▲  ▲ ◄───────────┘ │ │ GiveUp
 *     │  │  Rest,        │ └───────────────────────► FAILED ──┐
 *     │  │  HandBack,    │                                    │
 *     │  │  Expire       │ Cancel (also from WAITING)         │
 *     │  │               └─────────────────────────► CANCELLED│
 *     │  └────────────────────────────────────────────┘       │
 *     └──────────────────── Restart ──────────────────────────┘
 * </pre>
 */
public sealed interface Transition {

    /** Whether it may happen to this task at this time. */
    boolean isPossible(Task task, Instant now);

    /** The task afterwards; called only where it is possible. */
    Task result(Task task, Instant now);

    /**
     * The task afterwards.
     *
     * @throws IllegalTransition when it may not happen to this task at this time
     */
    default Task apply(Task task, Instant now) {
        if (!isPossible(task, now)) {
            throw new IllegalTransition(task, this);
        }
        return result(task, now);
    }

    /** A worker takes the task. */
    record Claim(String holder, Duration lease) implements Transition {
        @Override
        public boolean isPossible(Task task, Instant now) {
            return task.isDue(now);
        }

        @Override
        public Task result(Task task, Instant now) {
            return task.leased(task.attempts() + 1, task.fence() + 1, new Lease(holder, now.plus(lease)));
        }
    }

    /** What only the holder of the latest claim may do. */
    sealed interface ByHolder extends Transition {
        long fence();

        /** A lease that has run out still counts until somebody else has noticed. */
        @Override
        default boolean isPossible(Task task, Instant now) {
            return task.state() == TaskState.LEASED && task.fence() == fence();
        }
    }

    /** The worker lives and goes on. */
    record Extend(long fence, Duration lease) implements ByHolder {
        @Override
        public Task result(Task task, Instant now) {
            var holder = task.lease().orElseThrow().holder();
            return task.leased(task.attempts(), task.fence(), new Lease(holder, now.plus(lease)));
        }
    }

    /** The work is done. */
    record Succeed(long fence) implements ByHolder {
        @Override
        public Task result(Task task, Instant now) {
            return task.ended(TaskState.DONE);
        }
    }

    /** The attempt failed, another may succeed after a pause. */
    record Rest(long fence, Duration pause) implements ByHolder {
        @Override
        public Task result(Task task, Instant now) {
            return task.waiting(task.attempts(), now.plus(pause));
        }
    }

    /**
     * The worker could not work for reasons that are not the task's: it ends, or one of our own servers is away. That
     * was no attempt.
     */
    record HandBack(long fence, Duration pause) implements ByHolder {
        @Override
        public Task result(Task task, Instant now) {
            return task.waiting(task.attempts() - 1, now.plus(pause));
        }
    }

    /** The task will not be tried again. */
    record GiveUp(long fence) implements ByHolder {
        @Override
        public Task result(Task task, Instant now) {
            return task.ended(TaskState.FAILED);
        }
    }

    /** The worker was silent for the length of its lease. */
    record Expire() implements Transition {
        @Override
        public boolean isPossible(Task task, Instant now) {
            return task.state() == TaskState.LEASED && task.hasExpired(now);
        }

        @Override
        public Task result(Task task, Instant now) {
            return task.waiting(task.attempts(), now);
        }
    }

    /** Nobody wants the task any more. */
    record Cancel() implements Transition {
        @Override
        public boolean isPossible(Task task, Instant now) {
            return task.state().isOpen();
        }

        @Override
        public Task result(Task task, Instant now) {
            return task.ended(TaskState.CANCELLED);
        }
    }

    /** Somebody wants it after all, from the beginning. */
    record Restart() implements Transition {
        @Override
        public boolean isPossible(Task task, Instant now) {
            return switch (task.state()) {
                case FAILED, CANCELLED -> true;
                case WAITING, LEASED, DONE -> false;
            };
        }

        @Override
        public Task result(Task task, Instant now) {
            return task.waiting(0, now);
        }
    }
}

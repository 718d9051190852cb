package org.webinararchiver.core.task;

/** Where a task stands. */
public enum TaskState {
    /** To be done, as soon as it is due. */
    WAITING,
    /** A worker holds it until its lease runs out. */
    LEASED,
    /** Done, with its effect. */
    DONE,
    /** Given up. */
    FAILED,
    /** Not wanted any more. */
    CANCELLED;

    /** Whether something is still to happen to it. */
    public boolean isOpen() {
        return switch (this) {
            case WAITING, LEASED -> true;
            case DONE, FAILED, CANCELLED -> false;
        };
    }
}

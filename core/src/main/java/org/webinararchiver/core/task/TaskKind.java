package org.webinararchiver.core.task;

import java.util.Locale;

/** The kinds of work, in the order in which a recording passes them. */
public enum TaskKind {
    /** Asks the source for the recording's manifest. */
    PLAN,
    /** Brings a batch of segments into the object store. */
    FETCH,
    /** Lays the recording out; makes its file, or divides the work. */
    COMPILE,
    /** Renders one part of picture or sound. */
    RENDER,
    /** Puts rendered parts together to the finished file. */
    ASSEMBLE;

    /** The queue that wakes the workers of this kind. */
    public String queue() {
        return "tasks." + name().toLowerCase(Locale.ROOT);
    }
}

package org.webinararchiver.testservices;

import org.jboss.logging.Logger;

/** Stops embedded services when the JVM ends, for they are shared by all test classes in it. */
final class AtEnd {
    private static final Logger LOG = Logger.getLogger(AtEnd.class);

    private AtEnd() {}

    static void run(String what, Step step) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> attempt(what, step), what));
    }

    // Whatever goes wrong in a step of cleaning up, the JVM ends and the other steps still run.
    private static void attempt(String what, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            LOG.warnf(e, "Failed to %s", what);
        }
    }

    /** Something to do at the end. */
    interface Step {
        void run() throws Exception;
    }
}

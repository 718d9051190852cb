package org.webinararchiver.embedded.broker;

import org.apache.qpid.server.SystemLauncher;

/** Qpid looks for its parts with the thread's class loader, which need not be the one that knows them. */
final class QpidClassLoader {

    private QpidClassLoader() {}

    /** Runs an action, and the threads that it creates, with the class loader that loaded Qpid. */
    static void run(Runnable action) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(SystemLauncher.class.getClassLoader());
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package org.webinararchiver.platform.task;

import org.jboss.logging.MDC;

/** Names the task, and its recording, in every line that this thread logs meanwhile. */
final class TaskInLog implements AutoCloseable {
    private static final String RECORDING = "recording";
    private static final String TASK = "task";
    private static final String KIND = "kind";

    private TaskInLog() {}

    static TaskInLog of(ClaimedTask task) {
        MDC.put(RECORDING, task.recording().toString());
        MDC.put(TASK, task.id().toString());
        MDC.put(KIND, task.kind().name());
        return new TaskInLog();
    }

    @Override
    public void close() {
        MDC.remove(RECORDING);
        MDC.remove(TASK);
        MDC.remove(KIND);
    }
}

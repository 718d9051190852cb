package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.telemetry.TaskMeters;
import org.webinararchiver.platform.telemetry.TaskOutcome;
import org.webinararchiver.platform.telemetry.Traces;

/** Sees to it that attempts are counted, belong to their recording's trace, and are named in the log meanwhile. */
@ApplicationScoped
public class AttemptWatch {
    private final TaskMeters meters;
    private final Traces traces;
    private final Recordings recordings;
    private final Transactions transactions;

    public AttemptWatch(TaskMeters meters, Traces traces, Recordings recordings, Transactions transactions) {
        this.meters = meters;
        this.traces = traces;
        this.recordings = recordings;
        this.transactions = transactions;
    }

    /** Watches an attempt on this thread from its beginning to its end. */
    void over(ClaimedTask task, Supplier<TaskOutcome> attempt) {
        try (var named = TaskInLog.of(task)) {
            traces.during("task " + word(task.kind()), trace(task), about(task), work -> {
                var begun = System.nanoTime();
                var outcome = attempt.get();
                meters.ended(task.kind(), outcome, Duration.ofNanos(System.nanoTime() - begun));
                tell(outcome, work);
            });
        }
    }

    /** It is to be tried again. */
    void retried(ClaimedTask task, Failure why) {
        meters.retried(task.kind(), why);
    }

    private Optional<String> trace(ClaimedTask task) {
        return traces.areKept() ? transactions.call(() -> recordings.traceOf(task.recording())) : Optional.empty();
    }

    private static Map<String, String> about(ClaimedTask task) {
        return Map.of(
                "archiver.recording", task.recording().toString(),
                "archiver.task", task.id().toString(),
                "archiver.attempt", Integer.toString(task.attempt()));
    }

    private static void tell(TaskOutcome outcome, Traces.Work work) {
        switch (outcome) {
            case DONE, HANDED_BACK, LOST -> work.ended(word(outcome));
            case RETRIED, GIVEN_UP, RECORDING_FAILED -> work.failed(word(outcome));
        }
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

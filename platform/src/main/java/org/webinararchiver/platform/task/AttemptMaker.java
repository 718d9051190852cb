package org.webinararchiver.platform.task;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.RetryPolicy;
import org.webinararchiver.core.task.Verdict;
import org.webinararchiver.platform.telemetry.TaskOutcome;

/** Makes an attempt: does the work, and sees to it that its end is written, whatever it is. */
final class AttemptMaker {
    private static final Logger LOG = Logger.getLogger(AttemptMaker.class);

    private final TaskHandler handler;
    private final TaskEndings endings;
    private final PatientWriter writer;
    private final RetryPolicy policy;
    private final Outages outages;
    private final Runnable whenOutageIsOver;
    private final AttemptWatch watch;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    AttemptMaker(
            TaskHandler handler,
            TaskEndings endings,
            PatientWriter writer,
            RetryPolicy policy,
            Outages outages,
            Runnable whenOutageIsOver,
            AttemptWatch watch) {
        this.handler = handler;
        this.endings = endings;
        this.writer = writer;
        this.policy = policy;
        this.outages = outages;
        this.whenOutageIsOver = whenOutageIsOver;
        this.watch = watch;
    }

    void make(RunningAttempt attempt) {
        watch.over(attempt.task(), () -> outcome(attempt));
    }

    private TaskOutcome outcome(RunningAttempt attempt) {
        try {
            return workAndEnd(attempt);
        } catch (LeaseLost e) {
            LOG.infof("%s; its result is dropped", e.getMessage());
            return TaskOutcome.LOST;
        }
    }

    private TaskOutcome workAndEnd(RunningAttempt attempt) {
        try {
            succeeded(attempt, work(attempt));
            return TaskOutcome.DONE;
        } catch (LeaseLost e) {
            throw e;
        } catch (Exception e) {
            return notDone(attempt, e);
        }
    }

    /** The lease is kept while the outcome is being written, but nothing interrupts that any more. */
    private Effect work(RunningAttempt attempt) throws FailureException, IOException, InterruptedException {
        try {
            return effect(attempt);
        } finally {
            attempt.worked();
        }
    }

    private Effect effect(RunningAttempt attempt) throws FailureException, IOException, InterruptedException {
        if (attempt.task().attempt() > policy.attempts()) {
            throw new FailureException(new Failure.OfTask(
                    "worker-lost",
                    "Every worker that took this task up ended in the middle of it.",
                    "Look into the workers' logs for what ended them, then submit the link again."));
        }
        return handler.work(attempt);
    }

    private void succeeded(RunningAttempt attempt, Effect effect) {
        write(attempt, () -> endings.succeeded(attempt.task(), effect));
        effect.written();
        if (outages.success(attempt.begun())) {
            whenOutageIsOver.run();
        }
    }

    private TaskOutcome notDone(RunningAttempt attempt, Exception e) {
        if (attempt.isLost()) {
            LOG.infof("%s is no longer ours; stopped", nameOf(attempt));
            return TaskOutcome.LOST;
        }
        if (attempt.wasStopped() || e instanceof InterruptedException) {
            write(attempt, () -> endings.handedBack(attempt.task()));
            return TaskOutcome.HANDED_BACK;
        }
        return failed(attempt, e);
    }

    private TaskOutcome failed(RunningAttempt attempt, Exception e) {
        var failure = Diagnosis.of(e);
        var verdict = verdictOn(attempt, failure);
        LOG.infof("%s: %s; %s", nameOf(attempt), failure.message(), verdict);
        boolean unexpected = e instanceof RuntimeException && failure instanceof Failure.OfAttempt;
        LOG.log(unexpected ? Logger.Level.ERROR : Logger.Level.DEBUG, nameOf(attempt), e);
        write(attempt, () -> endings.failed(attempt.task(), handler, verdict, failure));
        return switch (verdict) {
            case Verdict.TryAgain again -> {
                watch.retried(attempt.task(), failure);
                yield TaskOutcome.RETRIED;
            }
            case Verdict.HandBack back -> TaskOutcome.HANDED_BACK;
            case Verdict.GiveUpTask give -> TaskOutcome.GIVEN_UP;
            case Verdict.GiveUpRecording give -> TaskOutcome.RECORDING_FAILED;
        };
    }

    private Verdict verdictOn(RunningAttempt attempt, Failure failure) {
        return switch (failure) {
            case Failure.OfAttempt counts -> policy.after(attempt.task().attempt(), counts, chance);
            case Failure.OurOutage outage -> new Verdict.HandBack(outages.met(outage, attempt.begun()));
            case Failure.NotNow later -> new Verdict.HandBack(later.pause());
        };
    }

    private void write(RunningAttempt attempt, Runnable ending) {
        if (!writer.write(ending)) {
            LOG.warnf("how %s ended could not be written; its lease will run out", nameOf(attempt));
        }
    }

    private static String nameOf(RunningAttempt attempt) {
        var task = attempt.task();
        return "%s task %s, attempt %d".formatted(task.kind(), task.id(), task.attempt());
    }
}

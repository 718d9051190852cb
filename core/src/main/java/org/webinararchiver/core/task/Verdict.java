package org.webinararchiver.core.task;

import java.time.Duration;

/** What is done about an attempt that did not succeed. */
public sealed interface Verdict {

    /** The task waits for at least this long, then any worker may have it. */
    record TryAgain(Duration pause) implements Verdict {}

    /** It was no attempt: the task waits for at least this long, then any worker may have it. */
    record HandBack(Duration pause) implements Verdict {}

    /** The task is lost; its recording goes on without what it would have brought. */
    record GiveUpTask() implements Verdict {}

    /** The recording can not be archived. */
    record GiveUpRecording() implements Verdict {}
}

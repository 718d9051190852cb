package org.webinararchiver.sources.mtslink;

import java.io.IOException;
import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.sources.mtslink.event.MeetingLog;
import org.webinararchiver.sources.mtslink.log.RecordHeader;

/** How one of the addresses for a recording's metadata answered. */
sealed interface Attempt {

    /** It told the recording. */
    record Told(RecordHeader header, MeetingLog log) implements Attempt {}

    /** It answered, but not with the recording. */
    record Refused(Failure.OfAttempt failure, Optional<IOException> cause) implements Attempt {}

    /** There was no whole answer. */
    record Broken(IOException cause) implements Attempt {}

    /** It was not asked, since its host rests. */
    record Unasked(Failure.NotNow later) implements Attempt {}
}

package org.webinararchiver.api.recordings;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Gap;

/**
 * A recording as the API shows it; what is not known yet is null. In JSON, times and lengths of time are written as ISO
 * 8601 has them, for example {@code PT1H2M3.5S}.
 *
 * @param page the link in its plain form
 * @param video where the finished file can be had
 */
public record RecordingView(
        UUID id,
        String source,
        String page,
        RecordingState state,
        Outcome outcome,
        String title,
        OffsetDateTime startedAt,
        Duration duration,
        Progress progress,
        List<GapView> gaps,
        FailureView failure,
        String video,
        OffsetDateTime createdAt) {

    /** How many segments are there, and how much of the file is built, from 0 to 1. */
    public record Progress(long segments, long stored, long missing, long bytes, double compiled) {}

    /**
     * Something that is missing, from when to when.
     *
     * @param name which slide or document, where known
     * @param participant whose picture or sound, where known
     * @param from null for documents, as is {@code to}
     */
    public record GapView(Gap.Kind kind, String name, String participant, Duration from, Duration to, String reason) {}

    /** Why the recording failed and what can be done. */
    public record FailureView(String reason, String message, String advice) {}
}

package org.webinararchiver.standalone.progress;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.client.Failure;
import org.webinararchiver.client.Gap;
import org.webinararchiver.client.Options;
import org.webinararchiver.client.Outcome;
import org.webinararchiver.client.Progress;
import org.webinararchiver.client.Recording;
import org.webinararchiver.client.RecordingState;

/** A recording as it may stand. */
public record SampleRecording(
        UUID id,
        String title,
        RecordingState state,
        Outcome outcome,
        Progress progress,
        List<Gap> gaps,
        Failure failure) {

    /** Of which nothing is known yet. */
    public static SampleRecording titled(String title) {
        return new SampleRecording(
                UUID.randomUUID(), title, RecordingState.PENDING, null, new Progress(0, 0, 0, 0, 0), List.of(), null);
    }

    public SampleRecording fetched(long files, long all, long bytes) {
        return new SampleRecording(
                id, title, RecordingState.DOWNLOADING, outcome, new Progress(all, files, 0, bytes, 0), gaps, failure);
    }

    public SampleRecording built(double share) {
        return new SampleRecording(
                id, title, RecordingState.PROCESSING, outcome, new Progress(8, 8, 0, 1_000_000, share), gaps, failure);
    }

    public SampleRecording finished(Gap... missing) {
        return new SampleRecording(
                id,
                title,
                RecordingState.PROCESSED,
                missing.length == 0 ? Outcome.COMPLETE : Outcome.COMPLETE_WITH_GAPS,
                new Progress(8, 8, 0, 1_000_000, 1),
                List.of(missing),
                null);
    }

    public SampleRecording failed(Failure why) {
        return new SampleRecording(id, title, RecordingState.FAILED, null, progress, gaps, why);
    }

    public Recording now() {
        return new Recording(
                id,
                "mts-link",
                "https://my.mts-link.ru/x",
                state,
                outcome,
                false,
                false,
                title,
                null,
                Duration.ofSeconds(3723),
                Options.USUAL,
                progress,
                gaps,
                failure,
                List.of(),
                null,
                OffsetDateTime.parse("2026-01-28T17:06:28Z"),
                null);
    }
}

package org.webinararchiver.api.recordings;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.api.recordings.RecordingView.ArtifactView;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.standing.Standing;

/**
 * How a recording stands, without its gaps and files: what lists and events tell. What is not known yet is null. In
 * JSON, times and lengths of time are written as ISO 8601 has them, for example {@code PT1H2M3.5S}.
 */
public record RecordingSummary(
        UUID id,

        @Schema(description = "The platform.", examples = "mts-link")
        String source,

        @Schema(description = "The link in its plain form.") String page,
        RecordingState state,

        @Schema(description = "How whole the file is; null until it is there.")
        Outcome outcome,

        @Schema(description = "Whether nothing more is begun of it until it is resumed.")
        boolean paused,

        @Schema(description = "Whether it is kept from being deleted.")
        boolean held,

        String title,
        OffsetDateTime startedAt,
        Duration duration,
        WantedOptions options,
        Progress progress,

        @Schema(description = "Why it failed; null when it did not.")
        FailureView failure,

        @Schema(description = "Where the wanted file is; null until it is there.")
        String video,

        OffsetDateTime createdAt,

        @Schema(description = "When it came to its end, whichever; null while it is under way.")
        OffsetDateTime finishedAt) {

    static RecordingSummary of(Standing standing) {
        var recording = standing.recording();
        var fetched = standing.fetched();
        return new RecordingSummary(
                recording.id(),
                recording.link().source(),
                recording.link().page().toString(),
                recording.state(),
                recording.outcome().orElse(null),
                standing.paused(),
                recording.isHeld(),
                recording.title().orElse(null),
                recording.startedAt().orElse(null),
                standing.video()
                        .flatMap(Artifact::duration)
                        .or(recording::duration)
                        .orElse(null),
                WantedOptions.of(recording.options()),
                new Progress(
                        fetched.total(), fetched.stored(), fetched.missing(), fetched.bytes(), standing.compiled()),
                recording
                        .failure()
                        .map(failure -> new FailureView(failure.reason(), failure.message(), failure.advice()))
                        .orElse(null),
                standing.video().map(ArtifactView::address).orElse(null),
                recording.createdAt(),
                recording.finishedAt().orElse(null));
    }

    /** How many segments are there, and how much of the file is built, from 0 to 1. */
    @Schema(description = "How many of its files are there, and how much of the video is built, from 0 to 1.")
    public record Progress(long segments, long stored, long missing, long bytes, double compiled) {}

    /** Why the recording failed and what can be done. */
    @Schema(name = "Failure", description = "Why a recording failed, and what can be done.")
    public record FailureView(String reason, String message, String advice) {}
}

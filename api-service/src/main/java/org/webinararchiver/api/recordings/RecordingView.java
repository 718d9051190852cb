package org.webinararchiver.api.recordings;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Gap;

/**
 * A recording as the API shows it; what is not known yet is null. In JSON, times and lengths of time are written as ISO
 * 8601 has them, for example {@code PT1H2M3.5S}.
 */
@Schema(name = "Recording", description = "A recording with all that is told of it. What is not known yet is null.")
public record RecordingView(
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

        @Schema(description = "What is missing from the file, in the order of time.")
        List<GapView> gaps,

        @Schema(description = "Why it failed; null when it did not.")
        FailureView failure,

        @Schema(description = "All its finished files, in the order of their names.")
        List<ArtifactView> artifacts,

        @Schema(description = "Where the wanted file is; null until it is there.")
        String video,

        OffsetDateTime createdAt,

        @Schema(description = "When it came to its end, whichever; null while it is under way.")
        OffsetDateTime finishedAt) {

    static RecordingView of(RecordingSummary summary, List<GapView> gaps, List<ArtifactView> artifacts) {
        return new RecordingView(
                summary.id(),
                summary.source(),
                summary.page(),
                summary.state(),
                summary.outcome(),
                summary.paused(),
                summary.held(),
                summary.title(),
                summary.startedAt(),
                summary.duration(),
                summary.options(),
                summary.progress(),
                gaps,
                summary.failure(),
                artifacts,
                summary.video(),
                summary.createdAt(),
                summary.finishedAt());
    }

    static String address(Artifact file) {
        return "/api/v1/recordings/%s/artifacts/%s".formatted(file.recording(), file.name());
    }

    /** How many segments are there, and how much of the file is built, from 0 to 1. */
    @Schema(description = "How many of its files are there, and how much of the video is built, from 0 to 1.")
    public record Progress(long segments, long stored, long missing, long bytes, double compiled) {}

    /**
     * Something that is missing, from when to when.
     *
     * @param name which slide or document, where known
     * @param participant whose picture or sound, where known
     * @param from null for documents, as is {@code to}
     */
    @Schema(
            name = "Gap",
            description = "Something that is missing, from when to when; a document is missing from no time.")
    public record GapView(Gap.Kind kind, String name, String participant, Duration from, Duration to, String reason) {}

    /** Why the recording failed and what can be done. */
    @Schema(name = "Failure", description = "Why a recording failed, and what can be done.")
    public record FailureView(String reason, String message, String advice) {}

    /**
     * A finished file.
     *
     * @param duration null for what does not last
     */
    @Schema(name = "Artifact", description = "A finished file.")
    public record ArtifactView(
            String name, String mediaType, long bytes, Duration duration, String url, OffsetDateTime createdAt) {

        static ArtifactView of(Artifact file) {
            return new ArtifactView(
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.duration().orElse(null),
                    address(file),
                    file.createdAt());
        }
    }
}

package org.webinararchiver.api.recordings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Gap;

/**
 * A recording as the API shows it alone: with its gaps and files.
 *
 * @param summary whose fields are the recording's own
 */
@Schema(name = "Recording", description = "A recording with all that is told of it. What is not known yet is null.")
public record RecordingView(
        @JsonUnwrapped RecordingSummary summary,

        @Schema(description = "What is missing from the file, in the order of time.")
        List<GapView> gaps,

        @Schema(description = "All its finished files, in the order of their names.")
        List<ArtifactView> artifacts) {

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

        static String address(Artifact file) {
            // Some names hold names of people, who may have any.
            var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
            return "/api/v1/recordings/%s/artifacts/%s".formatted(file.recording(), name);
        }
    }
}

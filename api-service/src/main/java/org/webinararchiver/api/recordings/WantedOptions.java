package org.webinararchiver.api.recordings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RenditionOptions;

/** What file is wanted of a recording, as somebody sends it and as it is shown. */
@Schema(name = "Options", description = "What file is wanted of a recording. What is left out is as usual.")
public record WantedOptions(
        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "Where on the recording's time axis the file begins: a length of time as ISO 8601 writes"
                        + " it, up to 30 days; the beginning when it is left out.",
                examples = "PT10M")
        String start,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "How long the file may be, more than nothing and up to 30 days; all that is left when it"
                        + " is left out.",
                examples = "PT5M")
        String maxDuration,

        @Schema(
                enumeration = {"source", "1080p", "720p", "480p"},
                description = "How large the picture may be; a smaller one is never enlarged. As it came when it is"
                        + " left out.",
                examples = "720p")
        String quality,

        @Schema(description = "Whether a file in which something is missing is none; it may be, when this is left out.")
        Boolean strict) {
    private static final Duration LONGEST = Duration.ofDays(30);

    /** The usual ones where nothing is said. */
    static final WantedOptions NONE = new WantedOptions(null, null, null, null);

    static WantedOptions of(RenditionOptions options) {
        return new WantedOptions(
                options.start().map(Duration::toString).orElse(null),
                options.maxDuration().map(Duration::toString).orElse(null),
                options.quality().text(),
                options.strict());
    }

    /**
     * What is meant.
     *
     * @throws jakarta.ws.rs.WebApplicationException when it means nothing
     */
    public RenditionOptions checked(ExpectedBody body) {
        try {
            return rendition();
        } catch (IllegalArgumentException e) {
            throw body.refused(e.getMessage());
        }
    }

    /**
     * What is meant.
     *
     * @throws IllegalArgumentException when it means nothing, in words for a person that repeat none of its own
     */
    public RenditionOptions rendition() {
        return new RenditionOptions(
                length("start", start),
                length("maxDuration", maxDuration),
                quality == null ? Quality.SOURCE : named(),
                strict != null && strict);
    }

    private static Optional<Duration> length(String field, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var length = Duration.parse(text);
            if (length.compareTo(LONGEST) <= 0 && length.compareTo(LONGEST.negated()) >= 0) {
                return Optional.of(length);
            }
        } catch (DateTimeParseException e) {
            // It is refused below, like what is too long.
        }
        throw new IllegalArgumentException(
                "The field %s is a length of time such as PT1H30M, up to 30 days.".formatted(field));
    }

    private Quality named() {
        return Quality.named(quality)
                .orElseThrow(() -> new IllegalArgumentException("The field quality is one of %s."
                        .formatted(
                                Stream.of(Quality.values()).map(Quality::text).collect(Collectors.joining(", ")))));
    }
}

package org.webinararchiver.api.recordings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
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
                enumeration = {"auto", "stage", "gallery", "speaker", "audio"},
                description =
                        "What is seen. `auto` has what is shared, or the lecturer, large and everybody else beside"
                                + " it, and is meant when it is left out; `stage` has the large one alone, `gallery` everybody"
                                + " in tiles of one size, `speaker` whoever speaks beside what is shared. `audio` makes a file"
                                + " of sound (`audio.m4a`), of which the other options of the picture say nothing.",
                examples = "gallery")
        String layout,

        @Schema(
                enumeration = {"source", "1080p", "720p", "480p"},
                description = "How large the picture may be; a smaller one is never enlarged. As it came when it is"
                        + " left out.",
                examples = "720p")
        String quality,

        @Schema(
                description = "Whether the chat is shown, where the layout has room for it (`stage` has none); it is"
                        + " when this is left out.")
        Boolean chat,

        @Schema(
                description = "Whether people are left out of the picture while they are silent, but for the lecturer;"
                        + " they are not when this is left out.")
        Boolean hideSilent,

        @Schema(description = "Whether a file in which something is missing is none; it may be, when this is left out.")
        Boolean strict,

        @Schema(
                description = "Whether the sound of each participant is wanted beside the file, as long as that and"
                        + " silent where they do not speak (`video.stem-Anna.m4a`); it is not when this is left out.")
        Boolean stems) {
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final List<String> LAYOUTS =
            Stream.of(Layout.values()).map(Layout::text).toList();
    private static final List<String> QUALITIES =
            Stream.of(Quality.values()).map(Quality::text).toList();

    /** The usual ones where nothing is said. */
    static final WantedOptions NONE = new WantedOptions(null, null, null, null, null, null, null, null);

    static WantedOptions of(RenditionOptions options) {
        return new WantedOptions(
                options.start().map(Duration::toString).orElse(null),
                options.maxDuration().map(Duration::toString).orElse(null),
                options.look().layout().text(),
                options.look().quality().text(),
                options.look().chat(),
                options.look().hidesSilent(),
                options.strict(),
                options.stems());
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
                look(),
                strict != null && strict,
                stems != null && stems);
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

    private Look look() {
        return new Look(
                layout == null ? Look.USUAL.layout() : one("layout", Layout.named(layout), LAYOUTS),
                quality == null ? Look.USUAL.quality() : one("quality", Quality.named(quality), QUALITIES),
                chat == null ? Look.USUAL.chat() : chat,
                hideSilent == null ? Look.USUAL.hidesSilent() : hideSilent);
    }

    private static <T> T one(String field, Optional<T> meant, List<String> all) {
        return meant.orElseThrow(() ->
                new IllegalArgumentException("The field %s is one of %s.".formatted(field, String.join(", ", all))));
    }
}

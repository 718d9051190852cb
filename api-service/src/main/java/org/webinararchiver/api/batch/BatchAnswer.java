package org.webinararchiver.api.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.api.batch.BatchItem.Place;

/** What became of a batch, in its order. */
public record BatchAnswer(List<Accepted> accepted, List<Refused> refused) {

    /** A recording that was submitted, was there, or was begun again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AcceptedLink")
    public record Accepted(
            @Schema(description = "Where it stands in a list of lines, from 1.")
            Integer line,

            @Schema(description = "Where it stands in a list of JSON, from 1.")
            Integer position,

            UUID id,

            @Schema(description = "The link in its plain form.")
            String link) {

        static Accepted at(Place place, UUID id, String link) {
            return switch (place) {
                case Place.Line at -> new Accepted(at.number(), null, id, link);
                case Place.Position at -> new Accepted(null, at.number(), id, link);
            };
        }
    }

    /** Something that was not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RefusedLink")
    public record Refused(
            @Schema(description = "Where it stands in a list of lines, from 1.")
            Integer line,

            @Schema(description = "Where it stands in a list of JSON, from 1.")
            Integer position,

            @Schema(description = "How it begins, up to where a secret may stand.")
            String text,

            @Schema(description = "Which programs may rely on.", examples = "not-a-recording-link")
            String reason,

            @Schema(description = "Why, in words.") String message) {

        static Refused at(Place place, String text, String reason, String message) {
            return switch (place) {
                case Place.Line at -> new Refused(at.number(), null, QuotedText.of(text), reason, message);
                case Place.Position at -> new Refused(null, at.number(), QuotedText.of(text), reason, message);
            };
        }
    }
}

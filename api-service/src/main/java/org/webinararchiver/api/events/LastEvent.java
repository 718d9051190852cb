package org.webinararchiver.api.events;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.webinararchiver.api.problem.QueryParameters;

/**
 * Up to where a listener knows everything: a browser that goes on sends the header; who opens a stream by hand cannot,
 * and uses the parameter.
 *
 * @param parameter described here, and read from the address, where others and a second one are refused
 */
public record LastEvent(
        @HeaderParam("Last-Event-ID") String header,

        @Parameter(
                description = "As the header Last-Event-ID, for who cannot set one.",
                schema = @Schema(type = SchemaType.STRING, examples = "81234"))
        @QueryParam("lastEventId")
        String parameter) {

    /** Empty for who is new. */
    OptionalLong place(UriInfo uri) {
        var text = Optional.ofNullable(header)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .or(() -> QueryParameters.of(uri, "lastEventId").one("lastEventId"));
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw QueryParameters.refused("lastEventId", "is the id of an event, a number");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }
}

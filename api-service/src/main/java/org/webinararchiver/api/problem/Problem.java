package org.webinararchiver.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as RFC 9457 wants it told.
 *
 * @param type ends in the reason, which programs may rely on
 * @param detail what to do about it
 */
@Schema(description = "An error, as RFC 9457 wants it told.")
public record Problem(
        @Schema(
                description = "Ends in the reason, which programs may rely on.",
                examples = "urn:webinar-archiver:problem:not-found")
        String type,

        @Schema(description = "What is wrong.", examples = "Not Found")
        String title,

        @Schema(examples = "404") int status,
        @Schema(description = "What can be done about it.") String detail) {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final int BAD_REQUEST = 400;

    public static Problem of(int status, String reason, String title, String detail) {
        return new Problem("urn:webinar-archiver:problem:" + reason, title, status, detail);
    }

    /** A refusal of what was sent. */
    public static WebApplicationException badRequest(String reason, String title, String detail) {
        return refused(BAD_REQUEST, reason, title, detail);
    }

    /** A refusal of another kind. */
    public static WebApplicationException refused(int status, String reason, String title, String detail) {
        return new WebApplicationException(
                title, of(status, reason, title, detail).response());
    }

    /** The end of its type. */
    public String reason() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** As the header Retry-After has it: whole seconds, one at least. */
    public static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.plusNanos(999_999_999).toSeconds()));
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}

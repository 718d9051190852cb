package org.webinararchiver.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 wants it told.
 *
 * @param type ends in the reason, which programs may rely on
 * @param detail what to do about it
 */
public record Problem(String type, String title, int status, String detail) {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final int BAD_REQUEST = 400;

    public static Problem of(int status, String reason, String title, String detail) {
        return new Problem("urn:webinar-archiver:problem:" + reason, title, status, detail);
    }

    /** A refusal of what was sent. */
    public static WebApplicationException badRequest(String reason, String title, String detail) {
        return new WebApplicationException(
                title, of(BAD_REQUEST, reason, title, detail).response());
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}

package org.webinararchiver.api.paging;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.webinararchiver.api.problem.Problem;

/**
 * Where a page of a list ends. It names the last entry and not a number of them, so what is added between two pages
 * moves nothing.
 */
public record Cursor(UUID last) {
    private static final byte VERSION = 1;
    private static final int BYTES = 1 + 2 * Long.BYTES;

    public String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws jakarta.ws.rs.WebApplicationException when it is none of ours */
    public static Cursor of(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES && bytes.get() == VERSION) {
                return new Cursor(new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException e) {
            // It is refused below, like what has another length.
        }
        throw Problem.badRequest(
                "not-a-cursor",
                "The cursor is none of this list.",
                "Send what the page before gave as \"next\", unchanged, or leave it out for the first page.");
    }
}

package org.webinararchiver.api.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Tells names of this machine from those that a page of a stranger may have led here: a browser that was told that
 * {@code evil.example} is 127.0.0.1 still says {@code evil.example} in the header Host (DNS rebinding).
 */
final class LoopbackHost {
    private static final Pattern NAME =
            Pattern.compile("(localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackHost() {}

    /** @param authority as in the header Host, with or without a port */
    static boolean is(String authority) {
        return authority != null && NAME.matcher(authority).matches();
    }

    /** @param origin as in the header Origin */
    static boolean isOrigin(String origin) {
        try {
            var uri = new URI(origin);
            return is(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

package org.webinararchiver.sources.hls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.webinararchiver.core.failure.FailureException;

/**
 * The addresses in a playlist, which are relative to its own.
 *
 * @param playlist where it was fetched from in the end
 */
record References(URI playlist) {
    private static final Set<String> WEB = Set.of("http", "https");

    /** @throws FailureException when it is no web address */
    URI resolve(String reference) throws FailureException {
        try {
            var resolved = playlist.resolve(new URI(reference));
            if (resolved.getScheme() != null
                    && WEB.contains(resolved.getScheme().toLowerCase(Locale.ROOT))
                    && resolved.getHost() != null) {
                return resolved;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw Refusal.unreadable(playlist, "it leads to no web address: " + reference);
    }
}

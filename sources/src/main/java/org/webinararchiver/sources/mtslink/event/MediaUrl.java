package org.webinararchiver.sources.mtslink.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;

/** Reads a media file's address: a web address, since anything else would be a way into the machine that fetches it. */
final class MediaUrl {
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final int LONGEST = 4096;

    private MediaUrl() {}

    /** The file by its address without the query, which may carry a signature that is another one next time. */
    static Segment segment(String text) throws UnexpectedShape {
        var address = text.strip();
        if (address.length() > LONGEST) {
            throw new UnexpectedShape("an address too long");
        }
        var withoutFragment = address.split("#", 2)[0];
        return Segment.known(withoutFragment.split("\\?", 2)[0], webAddress(withoutFragment));
    }

    private static URI webAddress(String text) throws UnexpectedShape {
        try {
            var uri = new URI(text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || !SCHEMES.contains(schemeOf(uri))) {
                throw new UnexpectedShape("not a web address");
            }
            return URI.create(uri.toASCIIString());
        } catch (URISyntaxException e) {
            throw new UnexpectedShape("not an address");
        }
    }

    private static String schemeOf(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}

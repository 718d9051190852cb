package org.webinararchiver.sources.mtslink.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.sources.address.AsciiAddress;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;

/**
 * Reads the address of something that will be fetched: a web address, since anything else would be a way into the
 * machine that fetches it.
 */
final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final int LONGEST = 4096;

    private WebAddress() {}

    /** A media file by its address without the query, which may carry a signature that is another one next time. */
    static Segment segment(String text) throws UnexpectedShape {
        var uri = of(text);
        return Segment.known(withoutFragment(text).split("\\?", 2)[0], uri);
    }

    /** The address in a field, where there is one. */
    static Optional<URI> in(Fields fields, String name) {
        try {
            var text = fields.rawText(name);
            return text.isPresent() ? Optional.of(of(text.get())) : Optional.empty();
        } catch (UnexpectedShape e) {
            return Optional.empty();
        }
    }

    private static URI of(String text) throws UnexpectedShape {
        if (text.length() > LONGEST) {
            throw new UnexpectedShape("an address too long");
        }
        try {
            var uri = AsciiAddress.of(withoutFragment(text));
            if (uri.getHost() == null || uri.getRawUserInfo() != null || !SCHEMES.contains(schemeOf(uri))) {
                throw new UnexpectedShape("not a web address");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new UnexpectedShape("not an address");
        }
    }

    private static String withoutFragment(String text) {
        return text.strip().split("#", 2)[0];
    }

    private static String schemeOf(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}

package org.webinararchiver.sources.address;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads addresses that strangers wrote, in letters of any script. */
public final class AsciiAddress {
    private AsciiAddress() {}

    /**
     * The address in ASCII, its other letters percent-encoded.
     *
     * @throws URISyntaxException when it is none, holds half a letter (which Java's own encoding does not survive), or
     *     leads to an interface of this machine (RFC 6874)
     */
    public static URI of(String text) throws URISyntaxException {
        if (text.codePoints().anyMatch(AsciiAddress::isHalfOfLetter)) {
            throw new URISyntaxException(text, "half of a letter");
        }
        var uri = new URI(new URI(text).toASCIIString());
        if (uri.getHost() != null && uri.getHost().contains("%")) {
            throw new URISyntaxException(text, "a zone of an address");
        }
        return uri;
    }

    private static boolean isHalfOfLetter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

package org.webinararchiver.download.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.webinararchiver.core.secret.Secret;

/**
 * The text of a {@code Cookie} header. A value is sent as it was copied from a browser; what cannot be in one (RFC
 * 6265, section 4.1.1) is percent-encoded, so that no value ends the header or adds a cookie to it.
 */
final class Cookies {
    private static final String NOT_IN_A_VALUE = "\",;\\";

    private Cookies() {}

    static String header(Map<String, Secret> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + encoded(cookie.getValue().value()))
                .collect(Collectors.joining("; "));
    }

    private static String encoded(String value) {
        var text = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (isAllowed(octet)) {
                text.append((char) octet);
            } else {
                text.append("%%%02X".formatted(octet));
            }
        }
        return text.toString();
    }

    private static boolean isAllowed(byte octet) {
        return octet > ' ' && octet < 0x7f && NOT_IN_A_VALUE.indexOf(octet) < 0;
    }
}

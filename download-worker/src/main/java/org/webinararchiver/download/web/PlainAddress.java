package org.webinararchiver.download.web;

import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.webinararchiver.core.web.ForbiddenAddress;

/** Takes apart web addresses, and refuses those that somebody on the way could read as something else. */
final class PlainAddress {
    private static final int LONGEST = 8192;
    private static final int LONGEST_SHOWN = 200;

    /** Whatever ends in a number is an IPv4 address (WHATWG's URL standard, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?i)(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    private PlainAddress() {}

    static HttpUrl of(URI uri) throws ForbiddenAddress {
        var text = uri.toString();
        var url = uri.getRawAuthority() == null || text.length() > LONGEST ? null : HttpUrl.parse(text);
        if (url == null) {
            throw new ForbiddenAddress("This is not an address in the web: " + shown(text));
        }
        return plain(url);
    }

    /** @throws ForbiddenAddress when it names a user, or writes an address in an odd way */
    static HttpUrl plain(HttpUrl url) throws ForbiddenAddress {
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw new ForbiddenAddress("An address with a user's name in it is not asked: it is on " + url.host());
        }
        if (ENDS_IN_A_NUMBER.matcher(url.host()).matches()
                && !FOUR_NUMBERS.matcher(url.host()).matches()) {
            throw new ForbiddenAddress(
                    "An address is written as four numbers from 0 to 255, not as " + shown(url.host()));
        }
        if (url.toString().length() > LONGEST) {
            throw new ForbiddenAddress("An address of more than %,d characters is not asked: %s"
                    .formatted(LONGEST, shown(url.toString())));
        }
        return url;
    }

    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}

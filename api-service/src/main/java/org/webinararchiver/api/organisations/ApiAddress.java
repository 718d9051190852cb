package org.webinararchiver.api.organisations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.webinararchiver.api.problem.ExpectedBody;

/** Where an organisation's API is. Whether that host may be asked is decided by the worker that asks it. */
final class ApiAddress {
    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private ApiAddress() {}

    /** @throws jakarta.ws.rs.WebApplicationException when a token could be read on its way there, or it is none */
    static URI checked(String text) {
        try {
            var uri = new URI(text.strip());
            if (text.length() <= LONGEST && isPlain(uri) && isPrivateOnItsWay(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    private static boolean isPlain(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.toString().chars().allMatch(sign -> sign < 0x7f);
    }

    private static boolean isPrivateOnItsWay(URI uri) {
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    private static RuntimeException refused(Exception cause) {
        var refusal = ExpectedBody.ORGANISATION.refused(
                "The field api is an address such as https://userapi.mts-link.ru/v3, over https and without a query.");
        if (cause != null) {
            refusal.addSuppressed(cause);
        }
        return refusal;
    }
}

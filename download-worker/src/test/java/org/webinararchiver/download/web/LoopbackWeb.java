package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

/** The real client, and what it is answered. */
public final class LoopbackWeb {
    private LoopbackWeb() {}

    /** May ask 127.0.0.1, though that is not public. */
    public static Web open() {
        return allowing("127.0.0.1");
    }

    /** May ask what is public, and these. */
    static GuardedWeb allowing(String... hosts) {
        return new GuardedWeb(ShortSettings.allowing(hosts));
    }

    /** May ask what is public alone. */
    static GuardedWeb closed() {
        return allowing();
    }

    static String get(Web web, URI uri) throws IOException {
        try (var answer = web.get(WebRequest.to(uri))) {
            return text(answer);
        }
    }

    static String text(WebAnswer answer) throws IOException {
        return new String(answer.body().readAllBytes(), UTF_8);
    }
}

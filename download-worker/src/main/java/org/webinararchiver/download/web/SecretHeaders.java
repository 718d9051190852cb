package org.webinararchiver.download.web;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.webinararchiver.core.secret.Secret;

/** Headers whose values are secret. The client would tell a value that it refuses, so it gets none that it refuses. */
final class SecretHeaders {
    private static final Pattern VALUE = Pattern.compile("[ -~]*");

    private SecretHeaders() {}

    /** @throws IOException when a value holds what cannot be in a header; does not tell the value */
    static void add(Map<String, Secret> headers, Request.Builder request) throws IOException {
        for (var header : headers.entrySet()) {
            var value = header.getValue().value();
            if (!VALUE.matcher(value).matches()) {
                throw new IOException("the value of the header " + header.getKey()
                        + " is secret and holds characters that no header may have");
            }
            request.header(header.getKey(), value);
        }
    }
}

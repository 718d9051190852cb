package org.webinararchiver.api.access;

import java.util.Locale;
import java.util.Set;

/**
 * Tells requests that a form on any page could send without the browser asking whether it may: a POST without a body,
 * or with one of the three types of "CORS-safelisted request-headers" (fetch.spec.whatwg.org). Anything else a browser
 * asks for first, and is not allowed.
 */
final class FormRequest {
    private static final Set<String> OF_FORMS =
            Set.of("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private FormRequest() {}

    /** @param contentType as in the header; null when there is none */
    static boolean is(String method, String contentType) {
        return "POST".equals(method) && OF_FORMS.contains(essence(contentType));
    }

    private static String essence(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}

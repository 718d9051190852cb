package org.webinararchiver.core.web;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.webinararchiver.core.secret.Secret;

/**
 * A GET request.
 *
 * @param uri where to; holds no secret, so it may be logged
 * @param headers sent wherever the request is redirected to
 * @param secretCookies sent to the host of {@code uri} alone
 * @param secretQuery appended to {@code uri}, and to no redirect
 * @param secretHeaders sent to the host of {@code uri} alone
 */
public record WebRequest(
        URI uri,
        Map<String, String> headers,
        Map<String, Secret> secretCookies,
        Map<String, Secret> secretQuery,
        Map<String, Secret> secretHeaders) {

    public WebRequest {
        Objects.requireNonNull(uri);
        headers = Map.copyOf(headers);
        secretCookies = Map.copyOf(secretCookies);
        secretQuery = Map.copyOf(secretQuery);
        secretHeaders = Map.copyOf(secretHeaders);
    }

    public static WebRequest to(URI uri) {
        return new WebRequest(uri, Map.of(), Map.of(), Map.of(), Map.of());
    }

    public WebRequest withHeaders(Map<String, String> more) {
        return new WebRequest(uri, joined(headers, more), secretCookies, secretQuery, secretHeaders);
    }

    public WebRequest withCookie(String name, Secret value) {
        return new WebRequest(uri, headers, joined(secretCookies, Map.of(name, value)), secretQuery, secretHeaders);
    }

    public WebRequest withQuery(String name, Secret value) {
        return new WebRequest(uri, headers, secretCookies, joined(secretQuery, Map.of(name, value)), secretHeaders);
    }

    public WebRequest withSecretHeader(String name, Secret value) {
        return new WebRequest(uri, headers, secretCookies, secretQuery, joined(secretHeaders, Map.of(name, value)));
    }

    private static <V> Map<String, V> joined(Map<String, V> some, Map<String, V> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}

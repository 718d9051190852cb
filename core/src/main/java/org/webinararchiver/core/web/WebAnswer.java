package org.webinararchiver.core.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a {@link WebRequest}, of any status.
 *
 * @param status the HTTP status
 * @param headers by lower-case name; of a header that came several times, the first
 * @param redirectedTo where the request was answered in the end; empty where that is not told, which is when it holds
 *     or may hold a secret
 * @param body read once; fails with an {@link IOException} when it breaks off before its announced end
 */
public record WebAnswer(int status, Map<String, String> headers, Optional<URI> redirectedTo, InputStream body)
        implements Closeable {

    public WebAnswer {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(redirectedTo);
        Objects.requireNonNull(body);
    }

    /** An answer from somewhere. */
    public WebAnswer(int status, Map<String, String> headers, InputStream body) {
        this(status, headers, Optional.empty(), body);
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The announced length of the body in bytes, where there is one that can be believed. */
    public OptionalLong length() {
        var announced = headers.get("content-length");
        return announced != null && announced.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(announced))
                : OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}

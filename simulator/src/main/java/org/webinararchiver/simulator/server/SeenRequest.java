package org.webinararchiver.simulator.server;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param at when its head was read, before any latency
 * @param path without the query
 * @param query without the question mark, empty where there is none
 * @param headers by lower-case name; of a header that came several times, the last
 */
public record SeenRequest(
        Instant at, PathKind kind, String method, String path, String query, Map<String, String> headers) {
    public SeenRequest {
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(query);
        headers = Map.copyOf(headers);
    }

    /** The header of this lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}

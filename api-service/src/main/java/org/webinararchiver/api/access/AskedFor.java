package org.webinararchiver.api.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What of a request decides whether it is let in.
 *
 * @param path normalised, without a query
 * @param host as the request names it; null when it does not
 * @param origin the header Origin; null when there is none
 * @param contentType the header Content-Type; null when there is none
 * @param marked whether it has the header that no form can send
 * @param address from which it is asked; empty when it is gone already
 */
record AskedFor(
        String method,
        String path,
        String host,
        String origin,
        String contentType,
        boolean marked,
        Optional<String> authorization,
        Optional<String> address) {
    static final String MARK = "X-Webinar-Archiver";

    static AskedFor in(RoutingContext context) {
        var request = context.request();
        return new AskedFor(
                request.method().name(),
                context.normalizedPath(),
                host(request),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                request.headers().contains(MARK),
                Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)),
                address(request));
    }

    /** HTTP/2 has a field of its own for it, {@code :authority}, and no header. */
    private static String host(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.HOST);
        return header != null || request.authority() == null
                ? header
                : request.authority().toString();
    }

    /** Behind a proxy that is believed ({@code quarkus.http.proxy}), that of whoever asked the proxy. */
    static Optional<String> address(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress);
    }
}

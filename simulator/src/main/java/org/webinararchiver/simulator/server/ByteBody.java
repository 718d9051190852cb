package org.webinararchiver.simulator.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Sends a body that is in memory, and lets it end as it is told. */
final class ByteBody {
    /** Announced in place of the length where it is a lie; for a file, so much that it would come in several parts. */
    static final long ANNOUNCED = 20_000_000;

    private final Vertx vertx;

    ByteBody(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The status and all headers but the length are set already. */
    void send(HttpServerRequest request, byte[] bytes, BodyEnd end) {
        long length = end == BodyEnd.FALLS_SHORT ? ANNOUNCED : bytes.length;
        var response = request.response().putHeader("Content-Length", Long.toString(length));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        var whole = Buffer.buffer(bytes);
        var half = whole.slice(0, bytes.length / 2);
        switch (end) {
            case WHOLE -> response.end(whole);
            case BREAKS_OFF ->
                response.write(half).onComplete(written -> request.connection().close());
            case STANDS_STILL -> response.write(half);
            case DRIPS ->
                PacedBody.send(vertx, response, PacedBody.of(bytes), 0, bytes.length, PacedBody.DRIPPING)
                        .onSuccess(sent -> response.end());
            case FALLS_SHORT ->
                response.write(whole).onComplete(written -> request.connection().close());
        }
    }
}

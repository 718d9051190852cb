package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The forms of short answers. */
final class Answers {
    private Answers() {}

    static void json(HttpServerResponse response, int status, ObjectNode body) {
        send(response, status, "application/json; charset=utf-8", body.toString());
    }

    static void json(HttpServerResponse response, ArrayNode body) {
        send(response, 200, "application/json; charset=utf-8", body.toString());
    }

    static void html(HttpServerResponse response, String body) {
        send(response, 200, "text/html; charset=utf-8", body);
    }

    /** The platform's form of an error. */
    static void error(HttpServerResponse response, int status) {
        json(response, status, errorBody(status, "Request failed with status " + status));
    }

    /** What is sent in place of what was asked for. */
    static void instead(HttpServerRequest request, Disturbance.Instead what) {
        switch (what) {
            case Disturbance.Status error -> error(request.response(), error.status());
            case Disturbance.Busy busy -> busy(request.response(), busy.retryAfter());
            case Disturbance.Loop loop -> error(request.response().putHeader("Location", request.uri()), 302);
            case Disturbance.Packed packed ->
                request.response().putHeader("Content-Encoding", "gzip").end(Buffer.buffer(Bomb.PACKED));
        }
    }

    /** Too many requests, with the seconds for which nobody should ask. */
    private static void busy(HttpServerResponse response, int retryAfter) {
        error(response.putHeader("Retry-After", Integer.toString(retryAfter)), 429);
    }

    static ObjectNode errorBody(int code, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }

    private static void send(HttpServerResponse response, int status, String type, String body) {
        response.setStatusCode(status).putHeader("Content-Type", type).end(body);
    }
}

package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Too many requests, with the seconds for which nobody should ask. */
    static void busy(HttpServerResponse response, int retryAfter) {
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

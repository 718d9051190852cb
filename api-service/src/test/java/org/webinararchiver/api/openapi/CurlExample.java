package org.webinararchiver.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an operation is called with curl, from its description. */
final class CurlExample {
    private static final String SERVER = "http://localhost:8080";

    private CurlExample() {}

    static String of(String path, String method, JsonNode operation) {
        var bodies = operation.at("/requestBody/content").properties();
        if (bodies.isEmpty()) {
            return call(path, method, List.of());
        }
        return bodies.stream()
                .map(body -> call(
                        path,
                        method,
                        List.of(
                                "-H 'Content-Type: %s'".formatted(body.getKey()),
                                "--data-binary '%s'".formatted(example(body.getValue())))))
                .collect(Collectors.joining("\n"));
    }

    private static String call(String path, String method, List<String> body) {
        var address = SERVER + path.replace("{id}", Examples.ID).replace("{name}", "video.mp4");
        var words = new ArrayList<String>();
        switch (method.toUpperCase(Locale.ROOT)) {
            case "GET" ->
                words.add(path.endsWith("events") ? "curl -N" : path.endsWith("{name}") ? "curl -OJ" : "curl");
            case "HEAD" -> words.add("curl -I");
            case "POST" -> words.add(body.isEmpty() ? "curl -X POST -H 'X-Webinar-Archiver: 1'" : "curl");
            default -> words.add("curl -X " + method.toUpperCase(Locale.ROOT));
        }
        if (body.stream().anyMatch(part -> part.contains("text/plain"))) {
            words.add("-H 'X-Webinar-Archiver: 1'");
        }
        words.addAll(body);
        words.add(address);
        return String.join(" ", words);
    }

    private static String example(JsonNode body) {
        var value = body.path("examples").properties().stream()
                .findFirst()
                .map(example -> example.getValue().path("value"))
                .orElse(body.path("schema"));
        return value.isTextual() ? value.asText() : value.toString();
    }
}

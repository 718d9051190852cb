package org.webinararchiver.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes docs/api.md from the description of the API. */
final class ApiPage {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final JsonNode api;
    private final StringBuilder page = new StringBuilder();

    private ApiPage(JsonNode api) {
        this.api = api;
    }

    static String of(JsonNode api) {
        var written = new ApiPage(api);
        written.write();
        return written.page.toString();
    }

    private void write() {
        page.append("# ").append(api.at("/info/title").asText()).append("\n\n");
        page.append(
                "<!-- Written from the code by ApiDocumentTest (-Ddocs.write=true); changes are made there. -->\n\n");
        page.append(api.at("/info/description").asText().strip()).append("\n\n");
        page.append("## Operations\n\n| | |\n|---|---|\n");
        eachOperation((path, method, operation) -> page.append("| `%s %s` | [%s](#%s) |\n"
                .formatted(
                        method.toUpperCase(Locale.ROOT),
                        path,
                        operation.path("summary").asText(),
                        anchor(operation))));
        eachOperation(this::operation);
        page.append("\n## Objects\n");
        sorted(api.at("/components/schemas")).forEach(this::schema);
    }

    private interface EachOperation {
        void is(String path, String method, JsonNode operation);
    }

    private void eachOperation(EachOperation each) {
        sorted(api.path("paths"))
                .forEach((path, methods) -> methods.properties().forEach(method -> {
                    if (method.getValue().has("operationId")) {
                        each.is(path, method.getKey(), method.getValue());
                    }
                }));
    }

    private static String anchor(JsonNode operation) {
        return operation
                .path("summary")
                .asText()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private void operation(String path, String method, JsonNode operation) {
        page.append("\n### ").append(operation.path("summary").asText()).append("\n\n");
        page.append("`%s %s`\n".formatted(method.toUpperCase(Locale.ROOT), path));
        Optional.of(operation.path("description").asText())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> page.append("\n").append(text).append("\n"));
        page.append("\n```sh\n").append(CurlExample.of(path, method, operation)).append("\n```\n");
        parameters(operation.path("parameters"));
        responses(operation.path("responses"));
    }

    private void parameters(JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        page.append("\n| parameter | in | |\n|---|---|---|\n");
        parameters.forEach(parameter -> page.append("| `%s` | %s | %s |\n"
                .formatted(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        cell(parameter.path("description").asText() + limits(parameter.path("schema"))))));
    }

    private static String limits(JsonNode schema) {
        var limits = new StringBuilder();
        if (schema.has("enum")) {
            limits.append(" One of ").append(values(schema.path("enum"))).append('.');
        }
        if (schema.has("minimum")) {
            limits.append(" From %s to %s, usually %s."
                    .formatted(
                            schema.path("minimum").asText(),
                            schema.path("maximum").asText(),
                            schema.path("default").asText()));
        }
        return limits.toString();
    }

    private void responses(JsonNode responses) {
        page.append("\n| answer | |\n|---|---|\n");
        sorted(responses)
                .forEach((status, response) -> page.append("| %s | %s |\n"
                        .formatted(status, cell(response.path("description").asText()))));
        sorted(responses)
                .forEach((status, response) -> response.path("content")
                        .forEach(content ->
                                content.path("examples").forEach(example -> example(example.path("value")))));
    }

    private void example(JsonNode value) {
        var text = value.isTextual() ? value.asText().strip() : pretty(value);
        page.append("\n```%s\n%s\n```\n".formatted(value.isTextual() ? "" : "json", text));
    }

    static String pretty(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void schema(String name, JsonNode schema) {
        page.append("\n### ").append(name).append("\n");
        Optional.of(schema.path("description").asText())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> page.append("\n").append(text).append("\n"));
        if (schema.has("enum")) {
            page.append("\nOne of ").append(values(schema.path("enum"))).append(".\n");
        }
        if (schema.has("properties")) {
            page.append("\n| field | type | |\n|---|---|---|\n");
            schema.path("properties")
                    .properties()
                    .forEach(field -> page.append("| `%s` | %s | %s |\n"
                            .formatted(
                                    field.getKey(),
                                    type(field.getValue()),
                                    cell(field.getValue().path("description").asText() + limits(field.getValue())))));
        }
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return link(schema);
        }
        for (var all : new String[] {"allOf", "anyOf"}) {
            if (schema.has(all)) {
                return StreamSupport.stream(schema.path(all).spliterator(), false)
                        .filter(part -> part.has("$ref"))
                        .map(ApiPage::link)
                        .collect(Collectors.joining(" "));
            }
        }
        if (schema.path("type").asText().equals("array")) {
            return "list of " + type(schema.path("items"));
        }
        return schema.has("format")
                ? schema.path("format").asText()
                : schema.path("type").asText();
    }

    private static String link(JsonNode schema) {
        var name = schema.path("$ref").asText().replaceAll(".*/", "");
        return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
    }

    private static String values(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(value -> "`" + value.asText() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.strip().replace("|", "\\|").replaceAll("\\s+", " ");
    }

    private static TreeMap<String, JsonNode> sorted(JsonNode object) {
        var fields = new TreeMap<String, JsonNode>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}

package org.webinararchiver.deploy.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A piece of a dashboard. */
record Panel(String dashboard, JsonNode json) {
    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    int id() {
        return json.path("id").asInt();
    }

    String title() {
        return json.path("title").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    boolean isRow() {
        return type().equals("row");
    }

    JsonNode defaults() {
        return json.path("fieldConfig").path("defaults");
    }

    Rectangle place() {
        var place = json.path("gridPos");
        return new Rectangle(
                place.path("x").asInt(-1),
                place.path("y").asInt(-1),
                place.path("w").asInt(),
                place.path("h").asInt());
    }

    List<String> promQl() {
        return questions("expr").toList();
    }

    List<String> sql() {
        return questions("rawSql").toList();
    }

    private Stream<String> questions(String language) {
        return Dashboard.each(json.path("targets"))
                .map(target -> target.path(language).asText())
                .filter(question -> !question.isEmpty());
    }

    /** The labels that the names of its lines are made of. */
    Stream<String> named() {
        return Dashboard.each(json.path("targets"))
                .flatMap(target ->
                        LABEL.matcher(target.path("legendFormat").asText()).results())
                .map(label -> label.group(1));
    }

    /** The columns that something is said about. */
    List<String> adjusted() {
        return Dashboard.each(json.path("fieldConfig").path("overrides"))
                .map(override -> override.path("matcher").path("options").asText())
                .toList();
    }

    @Override
    public String toString() {
        return dashboard + ": " + title();
    }
}

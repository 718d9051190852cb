package org.webinararchiver.deploy.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.webinararchiver.deploy.chart.Chart;

/** A file that Grafana makes a page of. */
public record Dashboard(String file, JsonNode json) {
    public static final Path FOLDER = Chart.FOLDER.resolve("files").resolve("dashboards");

    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<Dashboard> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(file -> read(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dashboard read(String file) {
        try {
            return of(file, Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Dashboard of(String file, String text) {
        try {
            return new Dashboard(file, JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    String uid() {
        return json.path("uid").asText();
    }

    /** Rows among them, which show nothing. */
    List<Panel> panels() {
        return each(json.path("panels"))
                .flatMap(panel -> Stream.concat(Stream.of(panel), each(panel.path("panels"))))
                .map(panel -> new Panel(file, panel))
                .toList();
    }

    /** Those that show something. */
    List<Panel> shown() {
        return panels().stream().filter(panel -> !panel.isRow()).toList();
    }

    List<JsonNode> variables() {
        return each(json.path("templating").path("list")).toList();
    }

    /** Every data source that something in it is asked of. */
    Stream<DataSource> dataSources() {
        return json.findValues("datasource").stream()
                .map(node -> new DataSource(
                        node.path("uid").asText(), node.path("type").asText()));
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return file;
    }
}

package org.webinararchiver.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.client.Failure;
import org.webinararchiver.standalone.archive.ExportedFiles;

class JsonDisplayTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonDisplay display = new JsonDisplay(new PrintStream(out, true, StandardCharsets.UTF_8));

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void eachLineIsAnObjectWithItsEvent() throws IOException {
        var algebra = SampleRecording.titled("Algebra\n\"1\"");
        display.say("Starting");
        display.show(List.of(algebra.fetched(1, 2, 3).now()));
        display.finished(
                algebra.finished().now(),
                new ExportedFiles(Path.of("/videos/a b.mp4"), List.of(Path.of("/videos/a b.chat.txt"))));
        display.failed(
                algebra.failed(new Failure("private", "Private.", "Log in.")).now());

        assertThat(lines())
                .extracting(line -> line.get("event").asText())
                .containsExactly("message", "progress", "finished", "failed");
        assertThat(lines().get(1).at("/recording/progress/stored").asInt()).isEqualTo(1);
        assertThat(lines().get(2).get("file").asText()).isEqualTo("/videos/a b.mp4");
        assertThat(lines().get(2).get("beside").toString()).isEqualTo("[\"/videos/a b.chat.txt\"]");
        assertThat(lines().get(2).at("/recording/title").asText()).isEqualTo("Algebra\n\"1\"");
        assertThat(lines().get(2).at("/recording/duration").asText()).isEqualTo("PT1H2M3S");
        assertThat(lines().get(3).at("/recording/failure/advice").asText()).isEqualTo("Log in.");
    }

    @Test
    void whatDoesNotChangeIsToldOnce() throws IOException {
        var recording = SampleRecording.titled("Algebra").now();
        display.show(List.of(recording));
        display.show(List.of(recording));
        assertThat(lines()).hasSize(1);
    }
}

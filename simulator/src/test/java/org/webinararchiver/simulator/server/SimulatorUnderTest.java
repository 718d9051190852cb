package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.Take;

/** A platform of the sample meetings, whose files are all the same noise, and a client that asks it. */
abstract class SimulatorUnderTest {
    static final int SIZE = 100_001;

    @TempDir
    private Path folder;

    final Meeting demo = SampleMeetings.demo();
    final Take take = demo.takes().getFirst();
    final HttpClient client = HttpClient.newHttpClient();
    byte[] bytes;
    Simulator simulator;

    @BeforeEach
    void serveBytes() throws Exception {
        bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("media.mp4"), bytes);
        simulator = Simulator.start(0, wanted -> file, SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        simulator.close();
        client.close();
    }

    URI file() {
        return simulator.fileOf(demo, take);
    }

    URI metadataOf(Meeting meeting) {
        var ids = meeting.ids();
        return simulator
                .base()
                .resolve("/api/event-sessions/%d/record-files/%d/flow?withoutCuts=false"
                        .formatted(ids.eventSession(), ids.recordFile()));
    }

    HttpResponse<byte[]> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> getWith(URI uri, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(uri).header(header, value).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> rangeIf(String tag) throws Exception {
        var request =
                HttpRequest.newBuilder(file()).header("Range", "bytes=5-9").header("If-Range", tag);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    static List<JsonNode> events(JsonNode answer, String module) {
        return StreamSupport.stream(answer.get("eventLogs").spliterator(), false)
                .filter(event -> event.path("module").asText().equals(module))
                .toList();
    }
}

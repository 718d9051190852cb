package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;

/** Whatever an answer looks like, it gives a manifest or a failure that says why not. */
class OddAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANSWER = """
            {"name": "Title", "createAt": "2026-09-22T12:22:20+0300", "duration": 65.25, "eventLogs": [
              {"module": "eventsession.start", "relativeTime": 0,
               "snapshot": {"data": {"userlist": [{"role": "ADMIN", "user": {"id": 42}}]}}},
              {"module": "conference.add", "relativeTime": 1,
               "data": {"id": 5, "participationId": 8, "user": {"id": 42, "nickname": "Anna"}}},
              {"module": "conference.add", "relativeTime": 1,
               "data": {"id": 15, "user": {"name": "Guest", "secondName": "Two"}}},
              {"module": "participation.rename", "relativeTime": 2, "data": {"id": 8, "nickname": "Anna P."}},
              {"module": "mediasession.add", "relativeTime": 1.5,
               "data": {"id": 10, "url": "https://media.example/a", "stream": {"id": 6, "conference": {"id": 5}}}},
              {"module": "mediasession.add", "relativeTime": 2.5,
               "data": {"id": 11, "url": "https://media.example/s", "stream": {"id": 7, "screensharing": {"id": 9}}}},
              {"module": "mediasession.update", "relativeTime": 3, "data": {"id": 10, "duration": 4.5}},
              {"module": "presentation.update", "relativeTime": 3, "data": {"isActive": true, "slideIndex": 1,
               "fileReference": {"file": {"id": 3, "name": "Deck", "url": "https://media.example/deck.pptx",
                 "slides": [[{"name": "1", "url": "https://media.example/1.png"}], {"url": "https://media.example/2.png"}]},
                "slide": {"name": "1", "url": "https://media.example/1.png"}}}},
              {"module": "presentation.update", "relativeTime": 7, "data": {"isActive": false}},
              {"module": "message.add", "relativeTime": 4,
               "data": {"id": 1, "text": "Hello", "authorName": "Anna", "createAt": "2026-09-22T12:22:24+0300"}},
              {"module": "question.add", "relativeTime": 4, "data": {"message": {"text": "Why?"}, "sender": {"id": 43}}},
              {"module": "cut.end", "time": 1790068945.5, "relativeTime": 5, "snapshot": {"data": {
               "mediasession": [{"id": 12, "url": "https://media.example/p", "time": 1790068930.5,
                 "stream": {"id": 8, "conference": {"id": 15}}}],
               "message": [{"id": 2, "text": "Unseen", "createAt": "2026-09-22T12:22:21+0300"}],
               "conference": [{"id": 15, "hasVideo": true}]}}},
              {"module": "conference.stream.delete", "relativeTime": 9, "data": {"id": 6}},
              {"module": "screensharing.update", "relativeTime": 9, "data": {"id": 9, "isDeleted": true}},
              {"module": "conference.delete", "relativeTime": 10, "data": {"id": 15}},
              {"module": "userlist.offline", "relativeTime": 11, "data": [{"user": {"id": 42}}]},
              {"module": "eventsession.stop", "relativeTime": 12, "data": {}}]}""";

    /** Another part of the same meeting, which nothing above is about. */
    private static final String REST = """
            [{"module": "conference.add", "relativeTime": 30, "data": {"id": 1005, "hasVideo": true,
               "participationId": 1008, "user": {"id": 1042, "nickname": "Vera"}}},
             {"module": "mediasession.add", "relativeTime": 31.5,
               "data": {"id": 1010, "url": "https://rest.example/a", "hlsUrl": "https://rest.example/a.m3u8",
                "stream": {"id": 1006, "conference": {"id": 1005}}}},
             {"module": "conference.stream.delete", "relativeTime": 39, "data": {"id": 1006}},
             {"module": "participation.rename", "relativeTime": 33, "data": {"id": 1008, "nickname": "Vera P."}},
             {"module": "message.add", "relativeTime": 34, "data": {"id": 1001, "text": "Me too"}},
             {"relativeTime": 35, "snapshot": {"data": {"mediasession": [
               {"url": "https://rest.example/s", "stream": {"id": 1007, "screensharing": {"id": 1009}}}]}}},
             {"module": "screensharing.stream.delete", "relativeTime": 38, "data": {"id": 1007}},
             {"module": "presentation.update", "relativeTime": 36, "data": {"fileReference": {
               "file": {"id": 1003, "name": "Other deck", "url": "https://rest.example/deck.pdf"},
               "slide": {"name": "1", "url": "https://rest.example/1.png"}}}},
             {"module": "presentation.update", "relativeTime": 37, "data": {"isActive": false}}]""";

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "[]",
            "{}",
            "true",
            "false",
            "\"\"",
            "\"text\"",
            "\"\\u0000\\ud800\"",
            "0",
            "-1",
            "1e300",
            "1e-300",
            "-0.0",
            "99999999999999999999999999999999",
            "1.23456789012345678901234567890",
            "[null]",
            "[[[]]]",
            "{\"id\":{}}",
            "\"http://[\"",
            "\"https://media.example:99999999/a\"",
            "\"https://media.example/%\"",
            "\"12.5\"",
            "\"9999-12-31T23:59:59+00:00\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "253402300799",
            "253402300799.999999999",
            "-1e300",
            "1e308",
            "604800",
            "[{\"id\":5,\"url\":\"https://media.example/x\",\"text\":\"x\"}]",
            "{\"text\":{\"text\":[\"x\"]}}",
            "{\"data\":{\"mediasession\":[1,null,{}],\"message\":{},\"conference\":[[{\"id\":5}]]}}",
            "42",
            "5",
            "6");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyChangeOfAnAnswerGivesAManifestOrAFailure(long seed) throws IOException {
        var random = new Random(seed);
        var manifests = 0;
        for (var round = 0; round < 400; round++) {
            var answer = changed(random);
            try {
                manifests += Recording.described(answer).tracks().size() > 0 ? 1 : 0;
            } catch (FailureException expected) {
                assertThat(expected.failure().reason()).as(answer).isIn("empty", "metadata-unreadable", "not-found");
            }
        }
        assertThat(manifests).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void anyDamageToAnAnswerGivesAManifestOrAFailure(long seed) throws IOException {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++) {
            var damaged = new StringBuilder(ANSWER);
            damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x80));
            damaged.setLength(random.nextBoolean() ? damaged.length() : random.nextInt(damaged.length()));
            try {
                assertThat(Recording.described(damaged.toString()).segments()).isNotEmpty();
            } catch (FailureException expected) {
                assertThat(expected.failure().advice()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9, 10})
    void whatIsWellFormedSurvivesWhateverIsNot(long seed) throws Exception {
        var random = new Random(seed);
        var rest = (ArrayNode) JSON.readTree(REST);
        var expected = Recording.described(JSON.createObjectNode()
                .put("name", "Title")
                .put("duration", 60)
                .set("eventLogs", rest)
                .toString());
        assertThat(expected.proceedings().slides()).hasSize(1);
        for (var round = 0; round < 300; round++) {
            var events = (ArrayNode) JSON.readTree(ANSWER).path("eventLogs");
            for (var changes = 1 + random.nextInt(4); changes > 0; changes--) {
                change(events, random, false);
            }
            events.addAll(rest);
            var answer = JSON.createObjectNode()
                    .put("duration", 60)
                    .set("eventLogs", events)
                    .toString();
            var manifest = Recording.described(answer);
            assertThat(manifest.tracks()).as(answer).containsAll(expected.tracks());
            assertThat(manifest.segments()).as(answer).containsAll(expected.segments());
            assertThat(manifest.participants()).as(answer).containsAll(expected.participants());
            assertThat(manifest.proceedings().messages())
                    .as(answer)
                    .containsAll(expected.proceedings().messages());
            assertThat(manifest.proceedings().slides())
                    .as(answer)
                    .containsAll(expected.proceedings().slides());
            assertThat(manifest.proceedings().attachments())
                    .as(answer)
                    .containsAll(expected.proceedings().attachments());
        }
    }

    @Test
    void noiseAroundTheMediaChangesNothing() throws Exception {
        var noise = "{\"module\":\"userlist.online\",\"data\":[{\"user\":{\"id\":1}}]},null,[],\"?\",";
        var noisy = ANSWER.replace("\"eventLogs\": [", "\"eventLogs\": [" + noise.repeat(25_000));
        assertThat(withoutReading(Recording.described(noisy))).isEqualTo(withoutReading(Recording.described(ANSWER)));
    }

    private static Manifest withoutReading(Manifest manifest) {
        var all = manifest.proceedings();
        return new Manifest(
                manifest.version(),
                manifest.source(),
                manifest.title(),
                manifest.startedAt(),
                manifest.duration(),
                manifest.participants(),
                manifest.lecturer(),
                manifest.tracks(),
                manifest.segments(),
                manifest.mediaHeaders(),
                new Proceedings(all.slides(), all.attachments(), all.messages(), all.cuts(), Reading.EVERYTHING));
    }

    private static String changed(Random random) throws IOException {
        var answer = JSON.readTree(ANSWER);
        for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(answer, random, true);
        }
        return answer.toString();
    }

    private static void change(JsonNode tree, Random random, boolean itself) throws IOException {
        var containers = new ArrayList<ContainerNode<?>>();
        collect(tree, containers);
        var first = itself ? 0 : 1;
        change(containers.get(first + random.nextInt(containers.size() - first)), random);
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> found) {
        if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
            found.add(container);
        }
        node.forEach(child -> collect(child, found));
    }

    private static void change(ContainerNode<?> container, Random random) throws IOException {
        var place = random.nextInt(container.size());
        var odd = JSON.readTree(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
        switch (container) {
            case ArrayNode array -> array.set(place, odd);
            case ObjectNode object -> {
                var name = object.properties().stream()
                        .skip(place)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, odd);
                }
            }
            default -> throw new IllegalStateException("no other container");
        }
    }
}

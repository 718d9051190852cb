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
              {"module": "conference.stream.delete", "relativeTime": 9, "data": {"id": 6}},
              {"module": "screensharing.update", "relativeTime": 9, "data": {"id": 9, "isDeleted": true}}]}""";
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

    @Test
    void noiseAroundTheMediaChangesNothing() throws Exception {
        var noise = "{\"module\":\"userlist.online\",\"data\":[{\"user\":{\"id\":1}}]},null,[],\"?\",";
        var noisy = ANSWER.replace("\"eventLogs\": [", "\"eventLogs\": [" + noise.repeat(25_000));
        assertThat(Recording.described(noisy)).isEqualTo(original());
    }

    private static Manifest original() throws FailureException, IOException {
        return Recording.described(ANSWER);
    }

    private static String changed(Random random) throws IOException {
        var answer = JSON.readTree(ANSWER);
        for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
            var containers = new ArrayList<ContainerNode<?>>();
            collect(answer, containers);
            change(containers.get(random.nextInt(containers.size())), random);
        }
        return answer.toString();
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

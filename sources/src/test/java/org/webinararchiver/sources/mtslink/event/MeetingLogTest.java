package org.webinararchiver.sources.mtslink.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;
import org.webinararchiver.sources.mtslink.log.MetadataTooLarge;

class MeetingLogTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final MeetingLog log = new MeetingLog(MetadataLimits.STANDARD);

    @Test
    void unknownEventsAreCountedByKind() throws IOException {
        take("{\"module\":\"poll.add\",\"data\":{}}");
        take("{\"module\":\"poll.add\",\"data\":[]}");
        take("{\"snapshot\":{}}");
        assertThat(log.tally().unknown()).isEqualTo(Map.of("poll.add", 2, "(no module)", 1));
        assertThat(log.tally().odd()).isEmpty();
        assertThat(log.tally().events()).isEqualTo(3);
    }

    @Test
    void endlesslyManyKindsAreNotRemembered() throws IOException {
        for (var kind = 0; kind < 1000; kind++) {
            take("{\"module\":\"kind" + kind + "\"}");
        }
        assertThat(log.tally().unknown()).hasSize(101).containsEntry("(others)", 900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"event\"",
                "7",
                "{\"module\":\"mediasession.add\"}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":1,\"data\":null}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":1,\"data\":[]}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":1,\"data\":{}}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":1,\"data\":{\"url\":5}}",
                "{\"module\":\"mediasession.add\",\"data\":{\"url\":\"https://media.example/a\"}}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":\"1\",\"data\":{\"url\":\"https://media.example/a\"}}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":-0.1,\"data\":{\"url\":\"https://media.example/a\"}}",
                "{\"module\":\"mediasession.add\",\"relativeTime\":604801,\"data\":{\"url\":\"https://media.example/a\"}}",
                "{\"module\":\"mediasession.update\",\"data\":{\"duration\":5}}",
                "{\"module\":\"mediasession.update\",\"data\":{\"id\":5,\"duration\":\"5\"}}",
                "{\"module\":\"conference.add\",\"data\":{\"user\":{\"id\":1}}}",
                "{\"module\":\"conference.update\",\"data\":{\"isDeleted\":true}}",
                "{\"module\":\"conference.update\",\"data\":{\"id\":5,\"isDeleted\":true}}",
                "{\"module\":\"conference.stream.delete\",\"relativeTime\":1,\"data\":{}}",
                "{\"module\":\"screensharing.stream.delete\",\"data\":{\"id\":5}}",
                "{\"module\":\"participation.rename\",\"data\":{\"nickname\":\"Anna\"}}",
                "{\"module\":\"participation.rename\",\"data\":{\"id\":5}}",
                "{\"module\":\"eventsession.start\",\"snapshot\":[]}"
            })
    void anEventOfUnexpectedShapeIsSkippedAndCountedOnce(String event) throws IOException {
        take(event);
        assertThat(log.tally().oddEvents()).isEqualTo(1);
        assertThat(log.tally().unknown()).isEmpty();
        assertThat(log.meeting().hasMedia()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://media.example/a",
                "file:///etc/passwd",
                "//media.example/a",
                "/a.mp4",
                "a.mp4",
                "https:///a",
                "https://user:password@media.example/a",
                "https://media.example/a b",
                "concat:https://media.example/a",
                ""
            })
    void onlyAWebAddressIsMedia(String url) throws IOException {
        take("{\"module\":\"mediasession.add\",\"relativeTime\":1,\"data\":{\"url\":\"" + url + "\"}}");
        assertThat(log.tally().oddEvents()).isEqualTo(1);
        assertThat(log.meeting().hasMedia()).isFalse();
    }

    @Test
    void aLogMayNotTellOfMoreThanFitsIntoMemory() {
        assertThatThrownBy(() -> {
                    for (var file = 0; file <= 200_000; file++) {
                        take("{\"module\":\"conference.stream.delete\",\"relativeTime\":1,\"data\":{\"id\":" + file
                                + "}}");
                    }
                })
                .isInstanceOf(MetadataTooLarge.class);
    }

    private void take(String event) throws IOException {
        log.take(JSON.readTree(event));
    }
}

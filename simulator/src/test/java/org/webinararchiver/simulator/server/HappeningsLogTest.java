package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.Meeting;

class HappeningsLogTest {
    private static final String BASE = "http://127.0.0.1:1";

    private static final Meeting MEETING = Meeting.named("happenings")
            .lastingInAll(10)
            .message(at(1), "Anna", "one")
            .message(at(2), "Boris", "two")
            .question(at(3), "Vera", "three")
            .slide(at(1), 1, 1)
            .slide(at(2), 1, 2)
            .slide(at(3), 2, 1)
            .slide(at(4), 2, 2)
            .written();

    @Test
    void everyThirdMessageIsWrapped() {
        assertThat(events("question.add")).singleElement().satisfies(event -> {
            assertThat(event.at("/data/payload/text").asText()).isEqualTo("three");
            assertThat(event.at("/data/sender/nickname").asText()).isEqualTo("Vera");
            assertThat(event.at("/data/text").isMissingNode()).isTrue();
        });
    }

    @Test
    void everyFourthSlideIsNamedByItsPlace() {
        var shown = events("presentation.update");
        assertThat(shown).hasSize(4);
        assertThat(shown.subList(0, 3))
                .allSatisfy(event -> assertThat(
                                event.at("/data/fileReference/slide/url").asText())
                        .startsWith(BASE));
        var byPlace = shown.get(3);
        assertThat(byPlace.at("/data/fileReference/slide").isMissingNode()).isTrue();
        assertThat(byPlace.at("/data/slideIndex").intValue()).isEqualTo(1);
        assertThat(byPlace.at("/data/fileReference/file/slides/1/url").asText())
                .isEqualTo(BASE + Addresses.slide(MEETING, 2, 2));
    }

    private static List<JsonNode> events(String module) {
        return StreamSupport.stream(Metadata.of(MEETING, BASE).get("eventLogs").spliterator(), false)
                .filter(event -> event.path("module").asText().equals(module))
                .toList();
    }
}

package org.webinararchiver.api.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.pipeline.Control;

/** What happens to recordings is published, in order, to whoever wants to hear of it. */
@ApiTest
class PublishedEventsTest {
    @Inject
    Control control;

    @Test
    void anotherSystemHearsWhatHappensToARecordingInOrder() throws Exception {
        try (var mailbox = Mailbox.on("archiver.events", "recording.#")) {
            var id = submitted();
            control.cancel(id);
            control.retry(id);
            given().delete("/api/v1/recordings/" + id).then().statusCode(204);
            var events = eventsOf(id, 4, mailbox);
            assertThat(events)
                    .extracting(event -> event.getString("change") + " " + event.getString("state"))
                    .containsExactly("STATE PENDING", "STATE CANCELLED", "STATE PENDING", "REMOVED PENDING");
            assertThat(events)
                    .extracting(event -> event.getLong("event"))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(events).allSatisfy(event -> {
                assertThat(event.getString("owner")).isEqualTo("local");
                assertThat(event.getString("at")).matches("20..-..-..T.*Z");
            });
        }
    }

    @Test
    void oneChoosesByTheStateWhatToHearOf() throws Exception {
        try (var mailbox = Mailbox.on("archiver.events", "recording.cancelled")) {
            var id = submitted();
            control.cancel(id);
            var event = eventsOf(id, 1, mailbox).getFirst();
            assertThat(event.getString("state")).isEqualTo("CANCELLED");
        }
    }

    /** Other tests' recordings have events too. */
    private static List<JsonPath> eventsOf(UUID id, int count, Mailbox mailbox) {
        var events = new ArrayList<JsonPath>();
        while (events.size() < count) {
            var event = mailbox.nextJson();
            if (event.getString("recording").equals(id.toString())) {
                events.add(event);
            }
        }
        return events;
    }

    private static UUID submitted() {
        return UUID.fromString(given().contentType(ContentType.JSON)
                .body(Map.of("link", Samples.link()))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }
}

package org.webinararchiver.api.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.outbox.OutboxEvent;
import org.webinararchiver.platform.task.WakeUp;
import org.webinararchiver.platform.task.WakeUpMessage;

/**
 * Messages as the first version sent them lie beside this test and are never changed: what is sent now may have more
 * fields, but none less and none of another form, and what was sent then is taken in.
 */
@ApiTest
class RecordedMessagesTest {
    private static final UUID RECORDING = UUID.fromString("01992f3a-5c1e-7c3d-9a43-0c4f6c1f8a55");

    @Inject
    ObjectMapper json;

    @Test
    void aSubmissionThatIsNothingButALinkIsTakenIn() throws IOException {
        var read = SubmittedMessage.read(bytes("submission-least.json"), json);
        assertThat(read.submission().link()).endsWith("/record-new/123456789");
        assertThat(read.submission().options()).isNull();
        assertThat(read.idempotencyKey()).isEmpty();
        assertThat(read.reply()).isEmpty();
    }

    @Test
    void aSubmissionWithAllThatThereWasIsTakenIn() throws IOException {
        var read = SubmittedMessage.read(bytes("submission-full.json"), json);
        assertThat(read.submission().sessionId()).isEqualTo("0123456789abcdef");
        assertThat(read.submission().options()).hasNoNullFieldsOrProperties();
        assertThat(read.idempotencyKey()).contains("order-4711");
        assertThat(read.reply()).contains("school.4711");
    }

    @Test
    void anEventHasAllThatSubscribersRead() throws IOException {
        var event = new OutboxEvent(
                4711,
                RECORDING,
                "local",
                OutboxEvent.Change.STATE,
                RecordingState.PROCESSED,
                Optional.of(Outcome.COMPLETE),
                Instant.parse("2026-11-28T10:15:30.123456Z"));
        var message = RecordingEventMessage.of(event);
        assertHasAllOf(recorded("event.json"), sent(message));
        assertThat(message.routingKey()).isEqualTo("recording.processed");
    }

    @Test
    void anAnswerHasAllThatSubmittersRead() throws IOException {
        assertHasAllOf(recorded("answer-accepted.json"), sent(new SubmissionAnswers.Answer(RECORDING, null)));
    }

    /** A worker is woken by whatever it hears; people and tools read the id. */
    @Test
    void aWakeUpIsTheIdOfItsTask() throws IOException {
        assertThat(WakeUpMessage.of(new WakeUp(RECORDING, TaskKind.PLAN)).getBytes(UTF_8))
                .isEqualTo(bytes("wake-up.txt"));
    }

    private static void assertHasAllOf(JsonNode recorded, JsonNode sent) {
        recorded.properties()
                .forEach(field ->
                        assertThat(sent.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    private JsonNode sent(Object message) throws IOException {
        return json.readTree(json.writeValueAsBytes(message));
    }

    private JsonNode recorded(String name) throws IOException {
        return json.readTree(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (var file = RecordedMessagesTest.class.getResourceAsStream("recorded/" + name)) {
            return file.readAllBytes();
        }
    }
}

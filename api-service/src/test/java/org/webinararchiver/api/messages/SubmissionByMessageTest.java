package org.webinararchiver.api.messages;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.room.Room;

/** What another system submits by message is taken in, answered, or put aside with the reason; it never loops. */
@ApiTest
class SubmissionByMessageTest {
    private static final String EVENTS = "archiver.events";

    @Inject
    Room room;

    private String reply;
    private Mailbox answers;
    private Mailbox deadLetters;

    @BeforeEach
    void open() throws Exception {
        reply = "test." + UUID.randomUUID();
        answers = Mailbox.on(EVENTS, "submission." + reply);
        deadLetters = Mailbox.on("archiver.dead-letters", "submissions");
    }

    @AfterEach
    void close() throws Exception {
        room.workWasDone();
        answers.close();
        deadLetters.close();
    }

    @Test
    void aLinkIsSubmittedAndAnswered() throws Exception {
        answers.submit("""
                {"link": "%s", "options": {"maxDuration": "PT5M", "layout": "speaker", "chat": false}, "reply": "%s"}
                """.formatted(Samples.link(), reply));
        var id = answers.nextJson().getString("recording");
        given().get("/api/v1/recordings/" + id)
                .then()
                .statusCode(200)
                .body("options.layout", equalTo("speaker"))
                .body("options.chat", equalTo(false));
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void theSameKeyIsTheSameRecording() throws Exception {
        var message = """
                {"link": "%s", "idempotencyKey": "%s", "reply": "%s"}
                """.formatted(Samples.link(), UUID.randomUUID(), reply);
        answers.submit(message);
        answers.submit(message);
        var first = answers.nextJson().getString("recording");
        assertThat(answers.nextJson().getString("recording")).isEqualTo(first).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                                   | not-a-submission",
                "[]                                         | not-a-submission",
                "{}                                         | not-a-submission",
                "{\"link\": 17, \"more\": 1}                | not-a-submission",
                "{\"link\": \"https://example.com/\"}       | not-a-recording-link",
                "{\"link\": \"https://my.mts-link.ru/j/1/2/record-new/3\", \"options\": {\"layout\": 7}}      | not-a-submission",
                "{\"link\": \"https://my.mts-link.ru/j/1/2/record-new/3\", \"options\": {\"layout\": \"x\"}}  | not-a-submission",
                "{\"link\": \"x\", \"reply\": \"a b\"}      | not-a-submission",
            })
    void whatCanNotBeTakenInIsPutAsideWithTheReason(String body, String reason) throws Exception {
        deadLetters.submit(body);
        var letter = deadLetters.next();
        assertThat(new String(letter.getBody(), UTF_8)).isEqualTo(body);
        assertThat(letter.getProps().getHeaders().get("x-refusal-reason")).hasToString(reason);
        assertThat(letter.getProps().getHeaders().get("x-refusal-advice").toString())
                .isNotBlank();
        // It is taken off its queue only once it is put aside for sure, which is a moment later.
        await().untilAsserted(() -> assertThat(deadLetters.waiting()).isZero());
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void bytesThatAreNoTextAreToo() throws Exception {
        deadLetters.submit(new byte[] {(byte) 0xff, 0, 1});
        assertThat(deadLetters.next().getBody()).containsExactly(0xff, 0, 1);
    }

    @Test
    void soIsAMessageThatIsTooLong() throws Exception {
        deadLetters.submit("{\"link\": \"" + "x".repeat(64 << 10) + "\"}");
        assertThat(deadLetters.next().getProps().getHeaders().get("x-refusal-reason"))
                .hasToString("not-a-submission");
    }

    @Test
    void whoeverWantsAnAnswerIsToldTheRefusal() throws Exception {
        answers.submit("""
                {"link": "https://example.com/", "reply": "%s"}
                """.formatted(reply));
        assertThat(answers.nextJson().getString("problem.type")).endsWith(":not-a-recording-link");
        deadLetters.next();
    }

    @Test
    void whileThereIsNoRoomASubmissionWaits() throws Exception {
        room.storeIsFull("The bucket has reached its quota");
        answers.submit("""
                {"link": "%s", "reply": "%s"}
                """.formatted(Samples.link(), reply));
        await().during(Duration.ofSeconds(2)).until(() -> answers.isEmpty() && deadLetters.isEmpty());
        room.workWasDone();
        assertThat(answers.nextJson().getString("recording")).isNotNull();
    }
}

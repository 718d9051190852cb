package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.task.Transactions;

/** Who had no answer sends the same again with the same key, and it is done once. */
@ApiTest
class IdempotencyTest {

    @Inject
    Life life;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameAgainIsAnsweredWithTheSameRecordingWithoutSubmittingIt() {
        var body = body(Samples.link());
        String id = submit(key, body).then().statusCode(202).extract().path("id");
        life.failed(UUID.fromString(id));
        var again = submit(key, body).then().statusCode(202).body("id", equalTo(id)).body("state", equalTo("FAILED"));
        assertThat(again.extract().header("Location")).endsWith(id);
        // Without the key it would have been begun again.
        submit(UUID.randomUUID().toString(), body).then().statusCode(202).body("state", equalTo("PENDING"));
    }

    @Test
    void theOrderOfFieldsAndBlanksMakeNoOtherSubmission() {
        var link = Samples.link();
        String id = submit(key, "{\"link\":\"%s\",\"options\":{\"quality\":\"720p\",\"start\":\"PT1M\"}}".formatted(link))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        submit(key, "{ \"options\": {\"start\":\"PT60S\",\"quality\":\"720p\"}, \"link\":\"%s\" }".formatted(link))
                .then()
                .statusCode(202)
                .body("id", equalTo(id));
    }

    @Test
    void anotherSubmissionWithTheKeyIsRefused() {
        var link = Samples.link();
        submit(key, body(link)).then().statusCode(202);
        refused(submit(key, body(Samples.link())), 422, "key-used-before");
        refused(submit(key, "{\"link\":\"%s\",\"sessionId\":\"other\"}".formatted(link)), 422, "key-used-before");
        refused(
                submit(key, "{\"link\":\"%s\",\"options\":{\"strict\":true}}".formatted(link)),
                422,
                "key-used-before");
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        submit(key, body(Samples.link())).then().statusCode(202);
        transactions.run(() -> database.createNativeQuery(
                        "update idempotency_key set created_at = created_at - interval '24 hours 1 second' where key = :key")
                .setParameter("key", key)
                .executeUpdate());
        submit(key, body(Samples.link())).then().statusCode(202);
    }

    @Test
    void aRefusedSubmissionDoesNotUseItsKeyUp() {
        refused(submit(key, body("https://example.com/")), 400, "not-a-recording-link");
        submit(key, body(Samples.link())).then().statusCode(202);
    }

    @Test
    void theSameSentManyTimesAtOnceIsOneRecording() {
        var body = body(Samples.link());
        var answers = new ArrayList<CompletableFuture<String>>();
        for (int sent = 0; sent < 8; sent++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> submit(key, body).then().statusCode(202).extract().path("id")));
        }
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a\tb"})
    void whatIsNoKeyIsRefused(String text) {
        refused(submit(text, body(Samples.link())), 400, "not-a-key");
    }

    @Test
    void aKeyHasUpToTwoHundredCharacters() {
        submit("k".repeat(164) + key, body(Samples.link())).then().statusCode(202);
        refused(submit("k".repeat(201), body(Samples.link())), 400, "not-a-key");
    }

    private static String body(String link) {
        return "{\"link\":\"%s\"}".formatted(link);
    }

    private static Response submit(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/recordings");
    }
}

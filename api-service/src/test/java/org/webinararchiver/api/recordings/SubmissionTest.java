package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.secret.Vault;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class SubmissionTest {
    private static final String PATH = "/api/v1/recordings";

    @Inject
    Vault vault;

    @Inject
    Transactions transactions;

    @Test
    void aLinkIsAcceptedAndTellsWhereItsRecordingIsShown() {
        var link = Samples.link();
        var answer = post(Map.of("link", link))
                .statusCode(202)
                .contentType(ContentType.JSON)
                .body("state", equalTo("PENDING"))
                .body("source", equalTo("mts-link"))
                .body("page", equalTo(link))
                .body("title", nullValue())
                .body("video", nullValue())
                .body("progress.segments", equalTo(0))
                .extract();
        assertThat(answer.header("Location")).endsWith(PATH + "/" + answer.path("id"));
        given().get(answer.header("Location")).then().statusCode(200).body("id", equalTo(answer.path("id")));
    }

    @Test
    void theSameLinkIsTheSameRecording() {
        var link = Samples.link();
        assertThat(idOf(post(Map.of("link", link + "/?utm_source=mail")))).isEqualTo(idOf(post(Map.of("link", link))));
        assertThat(idOf(post(Map.of("link", Samples.link())))).isNotEqualTo(idOf(post(Map.of("link", link))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "no link at all",
                "",
                "   ",
                "https://my.mts-link.ru/\u0000/record-new/1",
                "file:///etc/passwd"
            })
    void aTextThatIsNoLinkIsRefusedWithTheFormsOfLinks(String text) {
        refused(post(Map.of("link", text)), 400)
                .body("type", endsWith("not-a-recording-link"))
                .body("detail", containsString("https://my.mts-link.ru/"));
    }

    @Test
    void aLinkOfEnormousLengthIsRefused() {
        refused(post(Map.of("link", Samples.link() + "1".repeat(100_000))), 400)
                .body("type", endsWith("not-a-recording-link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "",
                "{\"link\":null}",
                "{\"sessionId\":\"abc\"}",
                "[]",
                "\"text\"",
                "17",
                "{\"link\":",
                "{link: no}",
                "not json",
                "{\"link\":{\"a\":1}}",
                "{\"link\":[\"a\"]}"
            })
    void aBodyThatIsNoSubmissionIsRefused(String body) {
        refused(postBody(body), 400);
    }

    @Test
    void aFieldThatDoesNotExistIsRefusedByItsName() {
        refused(post(Map.of("link", Samples.link(), "session_id", "top-secret")), 400)
                .body("title", allOf(containsString("session_id"), not(containsString("top-secret"))));
    }

    @Test
    void aBodyThatIsNoJsonByItsTypeIsRefused() {
        refused(
                given().contentType("text/plain")
                        .header("X-Webinar-Archiver", "1")
                        .body(Samples.link())
                        .post(PATH)
                        .then(),
                415);
    }

    @Test
    void anAnswerThatIsNotWantedIsRefused() {
        refused(
                given().contentType(ContentType.JSON)
                        .accept("image/png")
                        .body(Map.of("link", Samples.link()))
                        .post(PATH)
                        .then(),
                406);
    }

    @Test
    void aMethodThatThereIsNotIsRefused() {
        refused(given().delete(PATH).then(), 405);
    }

    @Test
    void aSessionIdIsKeptSealed() {
        var id = idOf(post(Map.of("link", Samples.link(), "sessionId", " 0a1b2c ")));
        assertThat(transactions
                        .call(() -> vault.pass(UUID.fromString(id)))
                        .secret("sessionId")
                        .orElseThrow()
                        .value())
                .isEqualTo("0a1b2c");
    }

    @Test
    void aBlankSessionIdIsNone() {
        var id = idOf(post(Map.of("link", Samples.link(), "sessionId", " ")));
        assertThat(transactions.call(() -> vault.pass(UUID.fromString(id))).isEmpty())
                .isTrue();
    }

    private static ValidatableResponse post(Map<String, String> submission) {
        return given().contentType(ContentType.JSON).body(submission).post(PATH).then();
    }

    private static ValidatableResponse postBody(String body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH).then();
    }

    private static String idOf(ValidatableResponse answer) {
        return answer.statusCode(202).extract().path("id");
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("status", equalTo(status))
                .body("title", not(nullValue()));
    }
}

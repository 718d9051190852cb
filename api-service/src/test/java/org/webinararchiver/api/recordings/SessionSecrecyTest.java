package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.testservices.RememberedLog;

/** A session id goes in and never comes out, neither in an answer nor in the log. */
@ApiTest
class SessionSecrecyTest {
    private static final String SESSION = "5e551017-top-secret";

    private final RememberedLog log = new RememberedLog();

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void neitherTheAnswerNorALaterOneTellsIt() {
        var body = Map.of("link", Samples.link(), "sessionId", SESSION);
        var accepted = given().contentType(ContentType.JSON).body(body).post("/api/v1/recordings");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertSecret(accepted.asString() + accepted.headers());
        assertSecret(given().get(accepted.header("Location")).asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"link\":\"https://example.com/\",\"sessionId\":\"%s\"}",
                "{\"sessionId\":\"%s\"}",
                "{\"session\":\"%s\"}",
                "{\"link\":null,\"sessionId\":{\"id\":\"%s\"}}",
                "{\"sessionId\":[\"%s\"]}",
                "{\"link\":\"a\",\"sessionId\":\"%s\"",
                "%s",
                "\"%s\""
            })
    void norDoesARefusal(String body) {
        var refused = given().contentType(ContentType.JSON)
                .body(body.formatted(SESSION))
                .post("/api/v1/recordings");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertSecret(refused.asString() + refused.headers());
    }

    @Test
    void aSubmissionDoesNotShowItAsText() {
        assertSecret(new Submission("https://example.com/", SESSION, null).toString());
    }

    @Test
    void whatIsLoggedIsSeenHere() {
        Logger.getLogger("anything").warning("it is " + SESSION);
        assertThat(log.lines()).anyMatch(line -> line.contains(SESSION));
    }

    private void assertSecret(String answer) {
        assertThat(answer).doesNotContain(SESSION);
        assertThat(log.lines()).noneMatch(line -> line.contains(SESSION));
    }
}

package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;

/** A session id goes in and never comes out, neither in an answer nor in the log. */
@ApiTest
class SessionSecrecyTest {
    private static final String SESSION = "5e551017-top-secret";
    private static final Logger ROOT = Logger.getLogger("");

    private final Remembering log = new Remembering();

    @BeforeEach
    void listen() {
        ROOT.addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.removeHandler(log);
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
        assertSecret(new Submission("https://example.com/", SESSION).toString());
    }

    @Test
    void whatIsLoggedIsSeenHere() {
        Logger.getLogger("anything").warning("it is " + SESSION);
        assertThat(log.lines).anyMatch(line -> line.contains(SESSION));
    }

    private void assertSecret(String answer) {
        assertThat(answer).doesNotContain(SESSION);
        assertThat(log.lines).noneMatch(line -> line.contains(SESSION));
    }

    /** Keeps all that is logged, with the stack traces. */
    private static final class Remembering extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Remembering() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord logged) {
            var message = ExtLogRecord.wrap(logged).getFormattedMessage();
            lines.add(message + " " + logged.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

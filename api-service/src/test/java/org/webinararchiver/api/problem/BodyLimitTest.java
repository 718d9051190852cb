package org.webinararchiver.api.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.webinararchiver.api.Problems.refused;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;

@ApiTest
class BodyLimitTest {

    @TestHTTPResource("/api/v1/")
    URI api;

    @Test
    void tenMegabytesAreNoSubmission() {
        refused(
                        given().contentType(ContentType.JSON)
                                .body("{\"link\":\"" + "x".repeat(10 << 20) + "\"}")
                                .post("/api/v1/recordings"),
                        413,
                        "too-large")
                .body("detail", containsString("/api/v1/recordings/batch"));
    }

    @Test
    void aMegabyteIsRead() {
        refused(
                given().contentType(ContentType.JSON)
                        .body("{\"link\":\"" + "x".repeat((1 << 20) - 20) + "\"}")
                        .post("/api/v1/recordings"),
                400,
                "not-a-recording-link");
    }

    /** Who announces nothing is stopped while it is read. */
    @ParameterizedTest
    @ValueSource(strings = {"recordings", "recordings/batch"})
    void aBodyWithoutAnEndIsRefused(String path) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(api.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new Blanks(20 << 20)))
                    .build();
            int status;
            try {
                status = client.send(request, BodyHandlers.discarding()).statusCode();
            } catch (IOException brokenOff) {
                status = 413; // the connection was closed while it was still sending
            }
            assertThat(status).isEqualTo(413);
        }
        given().contentType(ContentType.JSON)
                .body("{\"link\":\"%s\"}".formatted(Samples.link()))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202);
    }

    private static final class Blanks extends InputStream {
        private int left;

        Blanks(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }
}

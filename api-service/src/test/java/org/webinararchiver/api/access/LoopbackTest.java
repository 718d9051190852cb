package org.webinararchiver.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;

/** On loopback no key is needed, but no page of a stranger gets in either. */
@ApiTest
class LoopbackTest {
    private static final String ORGANISATIONS = "/api/v1/organisations";

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:1"})
    void aProgramOfThisMachineNeedsNoKey(String host) {
        given().header("Host", host).get(ORGANISATIONS).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example"})
    void aNameThatWasReboundToThisMachineIsRefused(String host) {
        refused(given().header("Host", host).get(ORGANISATIONS).then(), 403, "foreign-host");
        refused(given().header("Host", host).get("/q/openapi").then(), 403, "foreign-host");
        refused(given().header("Host", host).get("/nothing").then(), 403, "foreign-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void aPageOfAnotherSiteIsRefused(String origin) {
        refused(given().header("Origin", origin).get(ORGANISATIONS).then(), 403, "foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://127.0.0.1"})
    void aPageOfThisMachineIsLetIn(String origin) {
        given().header("Origin", origin).get(ORGANISATIONS).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://site.example", "http://localhost:3000"})
    void noPageIsToldThatItMayReadUnlessThatIsConfigured(String origin) {
        var asked = given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options(ORGANISATIONS);
        var read = given().header("Origin", origin).get(ORGANISATIONS);
        for (var answer : List.of(asked, read)) {
            assertThat(answer.headers().asList())
                    .extracting(Header::getName)
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void whatAFormCouldSendNeedsAHeaderThatNoFormSends(String type) {
        refused(given().contentType(type).body("x").post("/api/v1/recordings").then(), 403, "header-missing");
        given().contentType(type)
                .header("X-Webinar-Archiver", "1")
                .body("x")
                .post("/api/v1/recordings")
                .then()
                .statusCode(415);
    }

    /** Java's own client begins with an upgrade from HTTP/1.1, and has no header Host from the second request on. */
    @Test
    void aProgramThatSpeaksHttp2NeedsNoKeyEither() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + RestAssured.port + ORGANISATIONS);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            for (int request = 0; request < 3; request++) {
                var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    @Test
    void aPostWithoutABodyNeedsItToo() {
        var path = ORGANISATIONS + "/" + UUID.randomUUID() + "/look";
        refused(given().post(path).then(), 403, "header-missing");
        given().header("X-Webinar-Archiver", "").post(path).then().statusCode(not(403));
    }

    @Test
    void jsonNeedsNoHeaderSinceABrowserAsksBeforeSendingIt() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/recordings")
                .then()
                .statusCode(400);
    }

    @Test
    void healthIsOpenToWhoeverAsks() {
        given().header("Host", "evil.example").get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wa_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-_",
                "Bearer wa_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-_",
                "Bearer",
                "Basic YTpi"
            })
    void aWrongKeyIsRefusedAlthoughNoneIsNeeded(String authorization) {
        refused(
                given().header("Authorization", authorization)
                        .get(ORGANISATIONS)
                        .then(),
                401,
                "unknown-api-key");
    }

    private static void refused(ValidatableResponse answer, int status, String reason) {
        answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("type", endsWith(":" + reason));
    }
}

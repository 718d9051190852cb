package org.webinararchiver.api.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.secret.Vault;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class JsonBatchTest {
    private static final String PATH = "/api/v1/recordings/batch";

    @Inject
    Vault vault;

    @Inject
    Transactions transactions;

    @Test
    void eachIsSubmittedOrRefusedAtItsPlace() {
        var link = Samples.link();
        var other = Samples.link();
        post("{\"recordings\":[{\"link\":\"%s\"},{\"link\":\"https://example.com/?token=5ecret\"},{\"link\":\"%s\"},{}]}"
                        .formatted(link, other))
                .then()
                .statusCode(202)
                .body("accepted.position", contains(1, 3))
                .body("accepted.link", contains(link, other))
                .body("accepted[0]", not(hasKey("line")))
                .body("refused.position", contains(2, 4))
                .body("refused.reason", contains("not-a-recording-link", "not-a-recording-link"))
                .body("refused[0].text", equalTo("https://example.com/…"))
                .body("refused[0].message", containsString("https://my.mts-link.ru/"))
                .body(not(containsString("5ecret")));
    }

    @Test
    void whatIsAcceptedIsARecording() {
        var link = Samples.link();
        String id = post("{\"recordings\":[{\"link\":\"%s\"}]}".formatted(link))
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].id");
        given().get("/api/v1/recordings/" + id)
                .then()
                .statusCode(200)
                .body("page", equalTo(link))
                .body("state", equalTo("PENDING"));
    }

    @Test
    void whatIsSaidOnceIsForAllThatSayNothingElse() {
        var answer =
                post("{\"options\":{\"quality\":\"720p\"},\"recordings\":[{\"link\":\"%s\"},{\"link\":\"%s\",\"options\":{\"start\":\"PT1M\"},\"sessionId\":\"own\"}],\"sessionId\":\"all\"}"
                                .formatted(Samples.link(), Samples.link()))
                        .then()
                        .statusCode(202)
                        .extract();
        var usual = UUID.fromString(answer.path("accepted[0].id"));
        var own = UUID.fromString(answer.path("accepted[1].id"));
        given().get("/api/v1/recordings/" + usual).then().body("options.quality", equalTo("720p"));
        given().get("/api/v1/recordings/" + own)
                .then()
                .body("options.quality", equalTo("source"))
                .body("options.start", equalTo("PT1M"));
        assertThat(session(usual)).isEqualTo("all");
        assertThat(session(own)).isEqualTo("own");
    }

    private String session(UUID id) {
        return transactions
                .call(() -> vault.pass(id))
                .secret("sessionId")
                .orElseThrow()
                .value();
    }

    @Test
    void aBadOptionOfOneRefusesThatOne() {
        post("{\"recordings\":[{\"link\":\"%s\",\"options\":{\"start\":\"-PT1S\"}},{\"link\":\"%s\"}]}"
                        .formatted(Samples.link(), Samples.link()))
                .then()
                .statusCode(202)
                .body("accepted.position", contains(2))
                .body("refused.position", contains(1))
                .body("refused.reason", contains("not-a-submission"));
    }

    @Test
    void oneThatIsUnderWayWithOtherOptionsIsRefusedAndTheOthersAreNot() {
        var link = Samples.link();
        post("{\"recordings\":[{\"link\":\"%s\"}]}".formatted(link)).then().statusCode(202);
        post("{\"recordings\":[{\"link\":\"%s\"},{\"link\":\"%s\",\"options\":{\"quality\":\"480p\"}},{\"link\":\"%s\"}]}"
                        .formatted(Samples.link(), link, Samples.link()))
                .then()
                .statusCode(202)
                .body("accepted.position", contains(1, 3))
                .body("refused.reason", contains("other-file-under-way"));
    }

    @Test
    void noneIsABatchToo() {
        post("{\"recordings\":[]}")
                .then()
                .statusCode(202)
                .body("accepted", empty())
                .body("refused", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "{}",
                "{\"recordings\":null}",
                "{\"recordings\":{}}",
                "{\"recordings\":[17]}",
                "{\"recordings\":[\"https://my.mts-link.ru/\"]}",
                "{\"recordings\":[{\"link\":[]}]}",
                "{\"recordings\":[{\"link\":\"a\",\"session\":\"b\"}]}",
                "{\"recordings\":[],\"owner\":\"me\"}",
                "{\"recordings\":[],\"options\":{\"start\":\"-PT1S\"}}",
                "{\"recordings\":[],\"options\":7}",
                "{\"recordings\":[],\"sessionId\":{}}",
                "{\"recordings\":[",
                "{\"recordings\":[{\"link\":\"a\"",
                "{\"recordings\":[{\"link\":\"a\"}}",
                "not json",
                "{\"recordings\":[{\"link\":1e99999999999}]"
            })
    void whatIsNoBatchIsRefused(String body) {
        refused(post(body), 400, "not-a-batch");
    }

    @Test
    void theFieldThatIsWrongIsNamedWithItsPlace() {
        refused(post("{\"recordings\":[{\"link\":\"a\"},{\"lnk\":\"b\"}]}"), 400, "not-a-batch")
                .body("title", containsString("recordings.2.lnk"));
    }

    @Test
    void badUtf8IsNoJson() {
        var bytes = "{\"recordings\":[{\"link\":\"X\"}]}".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xff;
        refused(given().contentType("application/json").body(bytes).post(PATH), 400, "not-a-batch");
    }

    @Test
    void tenThousandAreABatchAndOneMoreIsNot() {
        refused(post(batch(10_001)), 413, "too-many").body("detail", containsString("several parts"));
        post(batch(10_000)).then().statusCode(202).body("refused.size()", equalTo(10_000));
    }

    @Test
    void aHundredThousandLinksAreRefused() {
        refused(post(batch(100_000)), 413, "too-many");
    }

    @Test
    void millionsOfNothingAreRefusedToo() {
        refused(post("{\"recordings\":[" + "{},".repeat(3_000_000) + "{}]}"), 413, "too-many");
    }

    @Test
    void moreThanTenMegabytesAreRefused() {
        refused(post("{\"recordings\":[]}" + " ".repeat(10 << 20)), 413, "too-large")
                .body("detail", containsString("several parts"));
    }

    @Test
    void severalHundredAreSubmittedAtOnce() {
        var links = IntStream.range(0, 250)
                .mapToObj(number -> "{\"link\":\"%s\"}".formatted(Samples.link()))
                .collect(Collectors.joining(","));
        post("{\"recordings\":[" + links + "]}")
                .then()
                .statusCode(202)
                .body("accepted.size()", equalTo(250))
                .body("refused", empty());
    }

    private static String batch(int links) {
        return "{\"recordings\":["
                + "{\"link\":\"https://example.com/recording\"},".repeat(links - 1)
                + "{\"link\":\"https://example.com/recording\"}]}";
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH);
    }
}

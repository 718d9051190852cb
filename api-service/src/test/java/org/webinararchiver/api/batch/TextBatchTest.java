package org.webinararchiver.api.batch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;

@ApiTest
class TextBatchTest {
    private static final String PATH = "/api/v1/recordings/batch";
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    @Test
    void aListIsReadLineByLine() {
        var first = Samples.link();
        var second = Samples.link();
        post("# Алгебра\nЛекция 1 | %s\n\nскоро\nhttps://example.com/x?token=5ecret\n%s лекция 2\n%s\n"
                        .formatted(first, second, first))
                .then()
                .statusCode(202)
                .body("accepted.line", contains(2, 6))
                .body("accepted.link", contains(first, second))
                .body("accepted[0]", not(hasKey("position")))
                .body("refused.line", contains(4, 5, 7))
                .body("refused.reason", contains("no-link", "not-a-recording-link", "duplicate"))
                .body("refused.text[0]", equalTo("скоро"))
                .body("refused.text[1]", equalTo("https://example.com/x…"))
                .body(not(containsString("5ecret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=windows-1251", "text/plain; charset=CP1251", "text/plain"})
    void aListInWindows1251IsRead(String type) {
        var link = Samples.link();
        post("Лекция | %s\nскоро".formatted(link).getBytes(WINDOWS_1251), type)
                .then()
                .statusCode(202)
                .body("accepted.link", contains(link))
                .body("refused.text", contains("скоро"));
    }

    @Test
    void optionsForAllAreParametersOfTheAddress() {
        String id = plain().queryParam("start", "PT1M")
                .queryParam("maxDuration", "PT2M")
                .queryParam("layout", "speaker")
                .queryParam("quality", "480p")
                .queryParam("chat", "false")
                .queryParam("hideSilent", "true")
                .queryParam("strict", "true")
                .queryParam("stems", "true")
                .body(Samples.link().getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].id");
        given().get("/api/v1/recordings/" + id)
                .then()
                .body("options.start", equalTo("PT1M"))
                .body("options.maxDuration", equalTo("PT2M"))
                .body("options.layout", equalTo("speaker"))
                .body("options.quality", equalTo("480p"))
                .body("options.chat", equalTo(false))
                .body("options.hideSilent", equalTo(true))
                .body("options.strict", equalTo(true))
                .body("options.stems", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "start=-PT1S,not-a-batch",
        "quality=8k,not-a-batch",
        "maxDuration=5,not-a-batch",
        "layout=tiles,not-a-batch",
        "chat=no,not-a-chat",
        "hideSilent=1,not-a-hideSilent",
        "strict=yes,not-a-strict",
        "stems=all,not-a-stems",
        "strict=true&strict=false,not-a-strict",
        "maxduration=PT5M,unknown-parameter"
    })
    void aParameterThatMeansNothingIsRefused(String query, String reason) {
        refused(
                plain().urlEncodingEnabled(false)
                        .body(Samples.link().getBytes(StandardCharsets.UTF_8))
                        .post(PATH + "?" + query),
                400,
                reason);
    }

    @Test
    void anEmptyListIsOne() {
        post("").then().statusCode(202).body("accepted", empty()).body("refused", empty());
    }

    @Test
    void aListThatIsNotWrittenAsItSaysIsRefused() {
        refused(post("скоро".getBytes(WINDOWS_1251), "text/plain;charset=utf-8"), 400, "not-a-batch");
        refused(post(new byte[] {1}, "text/plain;charset=klingon"), 415, "unknown-charset");
        refused(post(new byte[] {1}, "text/plain;charset=\"a b\""), 415, "unknown-charset");
    }

    @Test
    void otherTypesAreRefused() {
        refused(
                plain().contentType("application/x-www-form-urlencoded")
                        .formParam("link", "https://my.mts-link.ru")
                        .post(PATH),
                415,
                "unsupported-media-type");
        refused(post(new byte[] {1}, "text/html"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " "})
    void aHundredThousandLinksAreRefusedInLinesOrInOne(String between) {
        refused(post(("https://example.com/" + between).repeat(100_000)), 413, "too-many")
                .body("title", containsString("10,000"));
    }

    @Test
    void tenThousandLinksAreAList() {
        post("https://example.com/\n".repeat(10_000)).then().statusCode(202).body("refused.size()", equalTo(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "a\n", "\u2028"})
    void millionsOfLinesAreRefused(String line) {
        refused(post(line.repeat(3_000_000)), 413, "too-many");
    }

    @Test
    void moreThanTenMegabytesAreRefused() {
        refused(post("#".repeat((10 << 20) + 1)), 413, "too-large");
    }

    @Test
    void whatLooksLikeMarkupIsTextInJson() {
        post("<script>alert(1)</script>")
                .then()
                .statusCode(202)
                .contentType("application/json")
                .body("refused.reason", contains("no-link"));
    }

    private static Response post(String list) {
        return post(list.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private static Response post(byte[] list, String type) {
        return plain().contentType(type).body(list).post(PATH);
    }

    /** Otherwise the library adds a charset of its own. */
    private static RequestSpecification plain() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("X-Webinar-Archiver", "1")
                .contentType("text/plain");
    }
}

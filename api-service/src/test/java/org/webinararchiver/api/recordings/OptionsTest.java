package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;

/** What file is wanted is said with the link. */
@ApiTest
class OptionsTest {

    @Inject
    Life life;

    @Test
    void whatIsLeftOutIsAsUsual() {
        submit(Samples.link(), "{}")
                .then()
                .statusCode(202)
                .body("options.start", nullValue())
                .body("options.maxDuration", nullValue())
                .body("options.layout", equalTo("auto"))
                .body("options.quality", equalTo("source"))
                .body("options.chat", equalTo(true))
                .body("options.hideSilent", equalTo(false))
                .body("options.strict", equalTo(false))
                .body("options.stems", equalTo(false));
    }

    @Test
    void everyOptionIsKeptAndShown() {
        submit(Samples.link(), """
                        {"start":"PT10M","maxDuration":"PT5.5S","layout":"gallery","quality":"720p",
                         "chat":false,"hideSilent":true,"strict":true,"stems":true}
                        """)
                .then()
                .statusCode(202)
                .body("options.start", equalTo("PT10M"))
                .body("options.maxDuration", equalTo("PT5.5S"))
                .body("options.layout", equalTo("gallery"))
                .body("options.quality", equalTo("720p"))
                .body("options.chat", equalTo(false))
                .body("options.hideSilent", equalTo(true))
                .body("options.strict", equalTo(true))
                .body("options.stems", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "stage", "gallery", "speaker", "audio", " Gallery "})
    void everyLayoutIsTaken(String layout) {
        submit(Samples.link(), "{\"layout\":\"%s\"}".formatted(layout))
                .then()
                .statusCode(202)
                .body("options.layout", equalTo(layout.strip().toLowerCase(Locale.ROOT)));
    }

    @Test
    void ofMereSoundWhatIsSaidOfThePictureMakesNoOtherFile() {
        var link = Samples.link();
        submit(link, "{\"layout\":\"audio\",\"quality\":\"720p\",\"chat\":false}")
                .then()
                .statusCode(202)
                .body("options.quality", equalTo("source"));
        submit(link, "{\"layout\":\"audio\"}").then().statusCode(202);
    }

    @Test
    void otherOptionsOfARecordingThatIsUnderWayAreRefused() {
        var link = Samples.link();
        submit(link, "{\"quality\":\"720p\"}").then().statusCode(202);
        submit(link, "{\"quality\":\"720p\"}").then().statusCode(202);
        refused(submit(link, "{\"quality\":\"480p\"}"), 409, "other-file-under-way")
                .body("detail", containsString("cancel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"quality\":\"480p\"}", "{\"layout\":\"audio\"}", "{\"chat\":false}", "{\"hideSilent\":true}"})
    void otherOptionsOfAFinishedOneMakeAnotherFile(String options) throws IOException {
        var link = Samples.link();
        String id = submit(link, "{}").then().statusCode(202).extract().path("id");
        life.finished(UUID.fromString(id), new byte[10]);
        submit(link, options)
                .then()
                .statusCode(202)
                .body("id", equalTo(id))
                .body("state", equalTo("PENDING"))
                .body("artifacts.size()", equalTo(1))
                .body("video", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start\":\"PT-1S\"}",
                "{\"start\":-5}",
                "{\"start\":\"10 minutes\"}",
                "{\"start\":\"\"}",
                "{\"start\":\"PT721H\"}",
                "{\"start\":\"PT9223372036854775807S\"}",
                "{\"start\":\"PT99999999999999999999999S\"}",
                "{\"start\":1e400}",
                "{\"maxDuration\":\"PT0S\"}",
                "{\"maxDuration\":\"-PT1M\"}",
                "{\"maxDuration\":\"PT0.0001S\"}",
                "{\"maxDuration\":{}}",
                "{\"quality\":\"8k\"}",
                "{\"quality\":\"\"}",
                "{\"quality\":720}",
                "{\"layout\":\"tiles\"}",
                "{\"layout\":\"\"}",
                "{\"layout\":[\"auto\"]}",
                "{\"chat\":\"perhaps\"}",
                "{\"chat\":{}}",
                "{\"hideSilent\":\"no one\"}",
                "{\"hidesSilent\":true}",
                "{\"strict\":\"perhaps\"}",
                "{\"strict\":[true]}",
                "{\"speed\":\"PT1S\"}",
                "[]",
                "\"fast\""
            })
    void anOptionThatMeansNothingIsRefused(String options) {
        refused(submit(Samples.link(), options), 400, "not-a-submission");
    }

    @ParameterizedTest
    @CsvSource({"quality, '720p, 480p'", "layout, 'auto, stage, gallery, speaker, audio'"})
    void whatIsAcceptedIsNamedAndWordsOfAnOptionAreNotRepeated(String option, String accepted) {
        refused(
                        submit(Samples.link(), "{\"%s\":\"<script>alert(1)</script>\"}".formatted(option)),
                        400,
                        "not-a-submission")
                .body("title", not(containsString("script")))
                .body("title", containsString(option))
                .body("title", containsString(accepted));
    }

    @Test
    void theNameOfAFieldIsRepeatedCutShortAndInPlainSigns() {
        var name = "<b>\\u0000\\n" + "x".repeat(1000);
        var title = refused(submit(Samples.link(), "{\"" + name + "\":1}"), 400, "not-a-submission")
                .extract()
                .<String>path("title");
        assertThat(title)
                .doesNotContain("<")
                .doesNotContain("\n")
                .doesNotContain("\0")
                .hasSizeLessThan(200);
    }

    private static Response submit(String link, String options) {
        return given().contentType(ContentType.JSON)
                .body("{\"link\":\"%s\",\"options\":%s}".formatted(link, options))
                .post("/api/v1/recordings");
    }
}

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                .body("options.quality", equalTo("source"))
                .body("options.strict", equalTo(false));
    }

    @Test
    void everyOptionIsKeptAndShown() {
        submit(Samples.link(), "{\"start\":\"PT10M\",\"maxDuration\":\"PT5.5S\",\"quality\":\"720p\",\"strict\":true}")
                .then()
                .statusCode(202)
                .body("options.start", equalTo("PT10M"))
                .body("options.maxDuration", equalTo("PT5.5S"))
                .body("options.quality", equalTo("720p"))
                .body("options.strict", equalTo(true));
    }

    @Test
    void otherOptionsOfARecordingThatIsUnderWayAreRefused() {
        var link = Samples.link();
        submit(link, "{\"quality\":\"720p\"}").then().statusCode(202);
        submit(link, "{\"quality\":\"720p\"}").then().statusCode(202);
        refused(submit(link, "{\"quality\":\"480p\"}"), 409, "other-file-under-way")
                .body("detail", containsString("cancel"));
    }

    @Test
    void otherOptionsOfAFinishedOneMakeAnotherFile() throws IOException {
        var link = Samples.link();
        String id = submit(link, "{}").then().statusCode(202).extract().path("id");
        life.finished(UUID.fromString(id), new byte[10]);
        submit(link, "{\"quality\":\"480p\"}")
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
                "{\"strict\":\"perhaps\"}",
                "{\"strict\":[true]}",
                "{\"speed\":\"PT1S\"}",
                "[]",
                "\"fast\""
            })
    void anOptionThatMeansNothingIsRefused(String options) {
        refused(submit(Samples.link(), options), 400, "not-a-submission");
    }

    @Test
    void wordsOfAnOptionAreNotRepeated() {
        refused(submit(Samples.link(), "{\"quality\":\"<script>alert(1)</script>\"}"), 400, "not-a-submission")
                .body("title", not(containsString("script")))
                .body("title", containsString("720p"));
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

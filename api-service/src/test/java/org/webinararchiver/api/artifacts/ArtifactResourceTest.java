package org.webinararchiver.api.artifacts;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.StemName;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class ArtifactResourceTest {
    private static final int BYTES = 1_000_000;

    @Inject
    Life life;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private final byte[] video = new byte[BYTES];
    private UUID id;

    @BeforeEach
    void finish() throws IOException {
        new Random(7).nextBytes(video);
        id = life.submitted();
        life.finished(id, video);
    }

    @Test
    void theWholeFileComesWithWhatIsKnownOfIt() {
        var answer = get(given());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("video/mp4");
        assertThat(answer.header("Content-Length")).isEqualTo("" + BYTES);
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
        assertThat(answer.asByteArray()).isEqualTo(video);
    }

    @Test
    void itsNameIsTheTitleAndTheTimeWhateverStandsInTheTitle() {
        transactions.run(() -> database.createNativeQuery("update recording set title = :title where id = :id")
                .setParameter("title", "Алгебра \"/..\r\nX: y\" é")
                .setParameter("id", id)
                .executeUpdate());
        var header = get(given()).header("Content-Disposition");
        assertThat(header)
                .startsWith("attachment; filename=\"")
                .endsWith("_2026-01-28_17_06_28.mp4")
                .contains("filename*=UTF-8''%D0%90%D0%BB%D0%B3%D0%B5%D0%B1%D1%80%D0%B0%20")
                .doesNotContain("/..");
        assertThat(header.substring(header.indexOf('"') + 1, header.lastIndexOf('"')))
                .doesNotContain("\"")
                .matches("[ -~]+");
    }

    @Test
    void aPartIsThatPart() {
        var answer = get(given().header("Range", "bytes=1000-1999"));
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes 1000-1999/" + BYTES);
        assertThat(answer.header("Content-Length")).isEqualTo("1000");
        assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(video, 1000, 2000));
    }

    @Test
    void theEndAndTheRestArePartsToo() {
        var end = get(given().header("Range", "bytes=-5"));
        assertThat(end.statusCode()).isEqualTo(206);
        assertThat(end.asByteArray()).isEqualTo(Arrays.copyOfRange(video, BYTES - 5, BYTES));
        var rest = get(given().header("Range", "bytes=%d-".formatted(BYTES - 1)));
        assertThat(rest.header("Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(BYTES - 1, BYTES - 1, BYTES));
        assertThat(rest.asByteArray()).hasSize(1);
    }

    @Test
    void behindItsEndThereIsNothing() {
        var answer = get(given().header("Range", "bytes=%d-".formatted(BYTES)));
        refused(answer, 416, "range-not-satisfiable");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-4", "bytes=0-1,5-6", "chapters=1-2", "nonsense", "bytes=-", "bytes=1e3-"})
    void aRangeThatIsNotUnderstoodIsIgnored(String range) {
        var answer = get(given().header("Range", range));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("" + BYTES);
    }

    @Test
    void whoKnowsTheFileIsNotSentItAgain() {
        var tag = get(given()).header("ETag");
        var known = get(given().header("If-None-Match", tag));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asByteArray()).isEmpty();
        assertThat(get(given().header("If-None-Match", "*")).statusCode()).isEqualTo(304);
        assertThat(get(given().header("If-None-Match", "\"other\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPartOfAnotherFileIsNotMixedIntoThisOne() {
        var tag = get(given()).header("ETag");
        assertThat(get(given().header("Range", "bytes=0-9").header("If-Range", tag))
                        .statusCode())
                .isEqualTo(206);
        assertThat(get(given().header("Range", "bytes=0-9").header("If-Range", "\"other\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(given().header("Range", "bytes=0-9").header("If-Range", "W/" + tag))
                        .statusCode())
                .isEqualTo(200);
        refused(get(given().header("If-Match", "\"other\"")), 412, "precondition-failed");
    }

    @Test
    void headTellsTheSameWithoutTheBytesAndKnowsNoParts() {
        var head = given().header("Range", "bytes=0-9").head(path("video.mp4"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("" + BYTES);
        assertThat(head.header("ETag")).isEqualTo(get(given()).header("ETag"));
        assertThat(head.asByteArray()).isEmpty();
        assertThat(given().header("If-None-Match", head.header("ETag"))
                        .head(path("video.mp4"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void everyFileThatWasMadeIsThere() throws IOException {
        var other = life.submitted();
        life.finished(other, "video_720p_from-PT10M.mp4", new byte[10]);
        var answer = given().get("/api/v1/recordings/" + other + "/artifacts/video_720p_from-PT10M.mp4");
        assertThat(answer.statusCode()).isEqualTo(200);
        answer.then().header("Content-Disposition", containsString("Algebra_2026-01-28_17_06_28_720p_from-PT10M.mp4"));
    }

    @Test
    void aFileOfSoundIsToldToBeOne() throws IOException {
        var other = life.submitted();
        life.finished(other, "audio_for-PT5M.m4a", new byte[10]);
        var answer = given().get("/api/v1/recordings/" + other + "/artifacts/audio_for-PT5M.m4a");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("audio/mp4");
        answer.then().header("Content-Disposition", containsString("Algebra_2026-01-28_17_06_28_for-PT5M.m4a"));
    }

    @ParameterizedTest
    @CsvSource({
        "video.chat.txt, text/plain;charset=utf-8",
        "video.chat.srt, application/x-subrip",
        "video.chat.vtt, text/vtt",
        "video.chat.json, application/json",
        "video.chapters.vtt, text/vtt",
        "video.sound.m4a, audio/mp4",
        "video.slides.zip, application/zip",
        "video.poster.jpg, image/jpeg",
        "video.storyboard.jpg, image/jpeg",
        "video.storyboard.vtt, text/vtt"
    })
    void whatBelongsBesideTheFileIsListedAndComesAsWhatItIs(String name, String mediaType) throws IOException {
        var content = "any".getBytes(UTF_8);
        life.accompanied(id, Companion.named(name, "video.mp4").orElseThrow(), content);

        var listed = given().get("/api/v1/recordings/" + id).jsonPath();
        assertThat(listed.getList("artifacts.name")).containsExactlyInAnyOrder("video.mp4", name);
        assertThat(listed.getString("video")).endsWith("/video.mp4");
        var answer = given().get(path(name));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType().replace(" ", "")).isEqualToIgnoringCase(mediaType);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        answer.then()
                .header("Content-Disposition", containsString(name.replace("video", "Algebra_2026-01-28_17_06_28")));
        assertThat(answer.asByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Анна", "a;b=c", "50% + 1 & #2", "李雷 ?"})
    void theSoundOfSomebodyIsThereUnderTheirNameWhateverItIs(String name) throws IOException {
        var stem = Companion.stem(StemName.of(List.of(name)).getFirst());
        life.accompanied(id, stem, new byte[10]);

        String address = given().get("/api/v1/recordings/" + id)
                .jsonPath()
                .getString("artifacts.find { it.name != 'video.mp4' }.url");
        var answer = given().urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("audio/mp4");
        assertThat(answer.asByteArray()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video.mp5",
                "..%2F..%2Fetc%2Fpasswd",
                "..%5c..%5cwindows",
                "video.mp4%00",
                "%00",
                "video.mp4%2F",
                "%F0%9F%8E%AC",
                "'%20or%201=1%20--"
            })
    void aNameThatNoFileHasIsNotFound(String name) {
        refused(given().urlEncodingEnabled(false).get(path(name)), 404, "not-found");
    }

    private Response get(RequestSpecification request) {
        return request.get(path("video.mp4"));
    }

    private String path(String name) {
        return "/api/v1/recordings/" + id + "/artifacts/" + name;
    }
}

package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class RecordingListTest {

    @Inject
    Life life;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private final String title = "Лекция " + UUID.randomUUID();

    @BeforeEach
    void removeAll() {
        transactions.run(
                () -> database.createNativeQuery("delete from recording").executeUpdate());
    }

    @Test
    void withoutAnyThereIsAnEmptyPage() {
        list("").then().statusCode(200).body("recordings", empty()).body("next", nullValue());
    }

    @Test
    void theNewestIsFirst() {
        var first = life.submitted();
        var second = life.submitted();
        list("").then()
                .statusCode(200)
                .body("recordings.id", contains(second.toString(), first.toString()))
                .body("next", nullValue());
    }

    @Test
    void aSummaryTellsAllButGapsAndFiles() throws IOException {
        var id = life.submitted();
        life.finished(id, new byte[10]);
        list("").then()
                .statusCode(200)
                .body("recordings[0].state", equalTo("PROCESSED"))
                .body("recordings[0].outcome", equalTo("COMPLETE"))
                .body("recordings[0].duration", equalTo("PT10S"))
                .body("recordings[0].progress.compiled", equalTo(1f))
                .body("recordings[0].video", equalTo("/api/v1/recordings/%s/artifacts/video.mp4".formatted(id)))
                .body("recordings[0].finishedAt", not(nullValue()))
                .body("recordings[0]", not(hasKey("gaps")))
                .body("recordings[0]", not(hasKey("artifacts")));
    }

    @Test
    void progressOfEachIsItsOwn() {
        var one = life.submitted();
        var other = life.submitted();
        life.planned(one);
        life.fetchedOne(one, 1234);
        life.planned(other);
        list("").then()
                .body("recordings.id", contains(other.toString(), one.toString()))
                .body("recordings.progress.segments", contains(2, 2))
                .body("recordings.progress.stored", contains(0, 1))
                .body("recordings.progress.bytes", contains(0, 1234));
    }

    @Test
    void pagesFollowEachOtherWhateverIsSubmittedOrRemovedMeanwhile() {
        var ids = new ArrayList<String>();
        for (int submitted = 0; submitted < 5; submitted++) {
            ids.addFirst(life.submitted().toString());
        }
        var first = list("?limit=2").then().statusCode(200).body("recordings.id", contains(ids.get(0), ids.get(1)));
        life.submitted();
        given().delete("/api/v1/recordings/" + ids.get(1)).then().statusCode(204);
        var second = list("?limit=2&cursor=" + first.extract().path("next"))
                .then()
                .statusCode(200)
                .body("recordings.id", contains(ids.get(2), ids.get(3)));
        list("?limit=2&cursor=" + second.extract().path("next"))
                .then()
                .statusCode(200)
                .body("recordings.id", contains(ids.get(4)))
                .body("next", nullValue());
    }

    @Test
    void aPageThatHoldsExactlyWhatThereIsIsTheLast() {
        life.submitted();
        life.submitted();
        list("?limit=2").then().body("recordings.size()", equalTo(2)).body("next", nullValue());
    }

    @Test
    void statesMayBeSeveral() {
        var failed = life.submitted();
        life.failed(failed);
        var pending = life.submitted();
        var downloading = life.submitted();
        life.planned(downloading);
        list("?state=FAILED").then().body("recordings.id", contains(failed.toString()));
        list("?state=FAILED&state=pending")
                .then()
                .body("recordings.id", contains(pending.toString(), failed.toString()));
        list("?state=UPLOADED").then().statusCode(200).body("recordings", empty());
    }

    @Test
    void aTextIsLookedForInTitlesAndPagesWhateverItsCase() {
        var id = life.submitted();
        transactions.run(() -> database.find(Recording.class, id).planned(titled(title), "manifest"));
        life.submitted();
        found("лЕКЦИЯ", id);
        found(title.substring(8).toUpperCase(java.util.Locale.ROOT), id);
        given().queryParam("text", "MTS-LINK.RU/12345678")
                .get("/api/v1/recordings")
                .then()
                .body("recordings.size()", equalTo(2));
        given().queryParam("text", "100%_").get("/api/v1/recordings").then().body("recordings", empty());
        given().queryParam("text", "'; drop table recording; --")
                .get("/api/v1/recordings")
                .then()
                .statusCode(200)
                .body("recordings", empty());
    }

    private static Manifest titled(String title) {
        var sample = Samples.manifest();
        return new Manifest(
                sample.version(),
                sample.source(),
                title,
                sample.startedAt(),
                sample.duration(),
                sample.participants(),
                sample.lecturer(),
                sample.tracks(),
                sample.segments(),
                sample.mediaHeaders());
    }

    private static void found(String text, UUID id) {
        given().queryParam("text", text)
                .get("/api/v1/recordings")
                .then()
                .statusCode(200)
                .body("recordings.id", contains(id.toString()));
    }

    @Test
    void theSourceIsOneOfThoseThatThereAre() {
        var id = life.submitted();
        list("?source=mts-link").then().body("recordings.id", contains(id.toString()));
        list("?source=zoom").then().statusCode(200).body("recordings", empty());
    }

    @Test
    void whatAnotherOwnerHasIsNotSeen() {
        var id = life.submitted("somebody else");
        list("").then().statusCode(200).body("recordings", empty());
        for (var path : List.of("", "/events", "/artifacts/video.mp4")) {
            refused(given().get("/api/v1/recordings/" + id + path), 404, "not-found");
        }
        for (var what : List.of("cancel", "retry", "pause", "resume")) {
            refused(
                    given().header("X-Webinar-Archiver", "1").post("/api/v1/recordings/" + id + "/" + what),
                    404,
                    "not-found");
        }
        refused(given().delete("/api/v1/recordings/" + id), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "state=LOST,not-a-state",
        "state=FAILED&state=,",
        "limit=0,not-a-limit",
        "limit=-1,not-a-limit",
        "limit=201,not-a-limit",
        "limit=99999999999999999999,not-a-limit",
        "limit=ten,not-a-limit",
        "limit=1&limit=2,not-a-limit",
        "text=%00,not-a-text",
        "cursor=next,not-a-cursor",
        "cursor=..%2F..%2Fetc,not-a-cursor",
        "cursor=AQGZ96RsHn1SnApbfwwtnjEA,not-a-cursor",
        "cursor=AgGZ96RsHn1SnApbfwwtnjE,not-a-cursor",
        "states=FAILED,unknown-parameter"
    })
    void aParameterThatMeansNothingIsRefused(String query, String reason) {
        var answer = list("?" + query);
        if (reason == null) {
            answer.then().statusCode(200);
        } else {
            refused(answer, 400, reason);
        }
    }

    @Test
    void aTextIsNoBook() {
        given().queryParam("text", "x".repeat(200))
                .get("/api/v1/recordings")
                .then()
                .statusCode(200);
        refused(given().queryParam("text", "x".repeat(201)).get("/api/v1/recordings"), 400, "not-a-text");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void aPageHasFromOneToTwoHundred(int limit) {
        list("?limit=" + limit).then().statusCode(200);
    }

    private static Response list(String query) {
        return given().urlEncodingEnabled(false).get("/api/v1/recordings" + query);
    }
}

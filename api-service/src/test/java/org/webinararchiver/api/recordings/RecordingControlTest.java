package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class RecordingControlTest {

    @Inject
    Life life;

    @Inject
    TaskLedger tasks;

    @Inject
    ObjectStore store;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private UUID id;

    @BeforeEach
    void submit() {
        id = life.submitted();
    }

    @Test
    void cancellingStopsTheWork() {
        post("cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("finishedAt", not(nullValue()));
        assertThat(transactions.call(() -> tasks.open(id, TaskKind.PLAN))).isZero();
    }

    @Test
    void cancellingWhatHasEndedLeavesItAsItIs() throws IOException {
        life.finished(id, new byte[10]);
        post("cancel").then().statusCode(200).body("state", equalTo("PROCESSED"));
    }

    @Test
    void whatFailedIsTakenUpAgain() {
        life.failed(id);
        post("retry").then().statusCode(200).body("state", equalTo("PENDING")).body("failure", nullValue());
        post("retry").then().statusCode(200).body("state", equalTo("PENDING"));
        post("cancel").then().statusCode(200);
        post("retry").then().statusCode(200).body("state", equalTo("PENDING"));
    }

    @Test
    void aPauseIsShownUntilItEnds() {
        post("pause").then().statusCode(200).body("paused", equalTo(true)).body("state", equalTo("PENDING"));
        post("pause").then().statusCode(200).body("paused", equalTo(true));
        assertThat(count("select count(*) from task where recording_id = :id and ready"))
                .isZero();
        post("resume").then().statusCode(200).body("paused", equalTo(false));
        post("resume").then().statusCode(200).body("paused", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume"})
    void whatHasEndedIsNeitherPausedNorResumed(String what) {
        post("cancel").then().statusCode(200);
        refused(post(what), 409, "has-ended");
    }

    @Test
    void removingTakesAllThatIsKnownAndTheFilesToo() throws IOException {
        life.finished(id, new byte[10]);
        var segment = "recordings/" + id + "/segments/1";
        store.put(segment, new ByteArrayInputStream(new byte[3]), 3);
        var others = "recordings/" + life.submitted() + "/segments/1";
        store.put(others, new ByteArrayInputStream(new byte[3]), 3);
        given().delete("/api/v1/recordings/" + id).then().statusCode(204);
        refused(given().get("/api/v1/recordings/" + id), 404, "not-found");
        refused(given().delete("/api/v1/recordings/" + id), 404, "not-found");
        await().untilAsserted(
                        () -> assertThat(store.list("recordings/" + id + "/")).isEmpty());
        assertThat(store.head(others)).isPresent();
        for (var table : new String[] {"task", "segment", "artifact", "gap", "secret", "task_fold"}) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void removingARecordingThatIsUnderWayAndPausedLeavesNothingOfItEither() {
        life.planned(id);
        post("pause").then().statusCode(200);
        given().delete("/api/v1/recordings/" + id).then().statusCode(204);
        assertThat(rows("task")).isZero();
        assertThat(count("select count(*) from pause where subject = cast(:id as text)"))
                .isZero();
    }

    private long rows(String table) {
        return count("select count(*) from %s where recording_id = :id".formatted(table));
    }

    private long count(String query) {
        return transactions.call(() -> ((Number)
                        database.createNativeQuery(query).setParameter("id", id).getSingleResult())
                .longValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "retry", "pause", "resume"})
    void nothingIsDoneToWhatIsNotThere(String what) {
        refused(
                given().header("X-Webinar-Archiver", "1").post("/api/v1/recordings/" + UUID.randomUUID() + "/" + what),
                404,
                "not-found");
        refused(given().header("X-Webinar-Archiver", "1").post("/api/v1/recordings/17/" + what), 404, "not-found");
    }

    @Test
    void whatThereIsNotIsNotDone() {
        refused(post("explode"), 404, "not-found");
        refused(given().get("/api/v1/recordings/" + id + "/cancel"), 405, "method-not-allowed");
        refused(given().put("/api/v1/recordings/" + id), 405, "method-not-allowed");
    }

    private Response post(String what) {
        return given().header("X-Webinar-Archiver", "1").post("/api/v1/recordings/" + id + "/" + what);
    }
}

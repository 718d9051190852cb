package org.webinararchiver.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.webinararchiver.api.Problems.refused;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;

/** A key may do so much and no more; what is refused is told with when to come again. */
@ApiTest
@TestProfile(BeyondLoopback.class)
class LimitsTest {
    private static final String RECORDINGS = "/api/v1/recordings";
    private static final int SECONDS_A_DAY = 86_400;
    private static final int ANY = 0;

    @Inject
    DataSource database;

    @Inject
    Life life;

    private final UUID id = UUID.randomUUID();
    private final String owner = "school " + id;

    @Test
    void requestsAreLimitedForEachKey() throws SQLException {
        var key = key(2, ANY, ANY);
        list(key).then().statusCode(200);
        list(key).then().statusCode(200);
        var answer = list(key);
        refused(answer, 429, "too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
        list(MadeKey.admin(database, owner)).then().statusCode(200);
    }

    @Test
    void aLimitThatIsChangedHoldsSoon() throws SQLException {
        var key = key(1, ANY, ANY);
        list(key).then().statusCode(200);
        refused(list(key), 429, "too-many-requests");
        new ApiKeys(database).limit(id, KeyLimits.AS_CONFIGURED);
        await().atMost(Duration.ofSeconds(30)).until(() -> list(key).statusCode() == 200);
    }

    @Test
    void onlySoManyRecordingsAreBegunADay() throws SQLException {
        var key = key(ANY, 2, ANY);
        var first = Samples.link();
        var id = submitted(key, first);
        submitted(key, Samples.link());
        var answer = submit(key, Samples.link());
        refused(answer, 429, "recordings-a-day");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, SECONDS_A_DAY);

        assertThat(submitted(key, first))
                .as("of what is under way no work is begun")
                .isEqualTo(id);
        life.failed(id);
        refused(submit(key, first), 429, "recordings-a-day");
        refused(with(key).post(RECORDINGS + "/" + id + "/retry"), 429, "recordings-a-day");
        submitted(MadeKey.admin(database, owner), Samples.link());
    }

    @Test
    void takingOneUpAgainCountsWhereItIsDone() throws SQLException {
        var key = key(ANY, 2, ANY);
        var id = submitted(key, Samples.link());
        with(key).post(RECORDINGS + "/" + id + "/retry").then().statusCode(200);
        life.failed(id);
        with(key).post(RECORDINGS + "/" + id + "/retry").then().statusCode(200);
        refused(submit(key, Samples.link()), 429, "recordings-a-day");
    }

    @Test
    void aSubmissionThatIsSentAgainCountsOnce() throws SQLException {
        var key = key(ANY, 1, ANY);
        var link = Samples.link();
        for (int times = 0; times < 3; times++) {
            given().header("Authorization", key)
                    .header("Idempotency-Key", id.toString())
                    .contentType(ContentType.JSON)
                    .body(Map.of("link", link))
                    .post(RECORDINGS)
                    .then()
                    .statusCode(202);
        }
        refused(submit(key, Samples.link()), 429, "recordings-a-day");
    }

    @Test
    void onlySoManyRecordingsAreUnderWayAtOnce() throws SQLException {
        var key = key(ANY, ANY, 1);
        var id = submitted(key, Samples.link());
        refused(submit(key, Samples.link()), 429, "recordings-under-way");
        with(key).post(RECORDINGS + "/" + id + "/cancel").then().statusCode(200);
        submitted(key, Samples.link());
        refused(with(key).post(RECORDINGS + "/" + id + "/retry"), 429, "recordings-under-way");
    }

    @Test
    void ofABatchTheFirstOnesAreTakenInThatFit() throws SQLException {
        var key = key(ANY, 3, ANY);
        var known = Samples.link();
        submitted(key, known);
        var lines = List.of(Samples.link(), "nothing", Samples.link(), Samples.link(), known);
        with(key)
                .contentType("text/plain; charset=utf-8")
                .body(String.join("\n", lines))
                .post(RECORDINGS + "/batch")
                .then()
                .statusCode(202)
                .body("accepted.line", contains(1, 3, 5))
                .body("refused.line", contains(2, 4))
                .body("refused.reason", contains("no-link", "recordings-a-day"));
    }

    @Test
    void howeverManySubmitAtOnceNoMoreAreBegun() throws Exception {
        var key = key(ANY, 8, 5);
        Callable<Integer> one = () -> submit(key, Samples.link()).statusCode();
        Callable<Integer> batch = () -> with(key)
                .contentType("text/plain; charset=utf-8")
                .body(Samples.link() + "\n" + Samples.link())
                .post(RECORDINGS + "/batch")
                .statusCode();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(
                    Stream.of(one, batch, one, batch, one, one, batch).toList())) {
                assertThat(answer.get()).isIn(202, 429);
            }
        }
        list(MadeKey.reading(database, owner)).then().statusCode(200).body("recordings", hasSize(5));
    }

    @Test
    void limitsOfItsOwnComeBeforeThoseOfTheSettings() {
        var settings = new Limits(60, 100, 10);
        assertThat(KeyLimits.AS_CONFIGURED.or(settings)).isEqualTo(settings);
        assertThat(new KeyLimits(Optional.of(0), Optional.empty(), Optional.of(3)).or(settings))
                .isEqualTo(new Limits(0, 100, 3));
    }

    /** It may all, and no more than that. */
    private String key(int requestsAMinute, int recordingsADay, int recordingsUnderWay) throws SQLException {
        return MadeKey.limited(database, id, owner, requestsAMinute, recordingsADay, recordingsUnderWay);
    }

    private Response list(String key) {
        return with(key).get(RECORDINGS + "?limit=200");
    }

    private static UUID submitted(String key, String link) {
        return UUID.fromString(
                submit(key, link).then().statusCode(202).extract().path("id"));
    }

    private static Response submit(String key, String link) {
        return with(key)
                .contentType(ContentType.JSON)
                .body(Map.of("link", link))
                .post(RECORDINGS);
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", key);
    }
}

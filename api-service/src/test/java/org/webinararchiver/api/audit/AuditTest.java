package org.webinararchiver.api.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.webinararchiver.api.Problems.refused;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;
import org.webinararchiver.api.access.BeyondLoopback;
import org.webinararchiver.api.access.MadeKey;

/** Whatever is done is noted with who did it, and so is what was not let happen. */
@ApiTest
@TestProfile(BeyondLoopback.class)
class AuditTest {
    private static final String RECORDINGS = "/api/v1/recordings";
    private static final String AUDIT = "/api/v1/audit";
    private static final String SESSION = "a-session-that-nobody-may-see";
    private static final Duration SECONDS = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    @Inject
    Life life;

    @Inject
    AuditRetention retention;

    private final UUID key = UUID.randomUUID();
    private final String owner = "school " + key;
    private String authorization;

    @BeforeEach
    void makeAKey() throws SQLException {
        authorization = MadeKey.limited(database, key, owner, 0, 0, 0);
    }

    @Test
    void everyChangeOfARecordingIsNoted() {
        var link = Samples.link();
        var id = submitted(link);
        for (var change : List.of("pause", "resume", "hold", "release", "cancel", "retry")) {
            with().post(RECORDINGS + "/" + id + "/" + change).then().statusCode(200);
        }
        with().delete(RECORDINGS + "/" + id).then().statusCode(204);
        audit("?recording=" + id)
                .body(
                        "entries.action",
                        contains(
                                "recording.remove",
                                "recording.retry",
                                "recording.cancel",
                                "recording.release",
                                "recording.hold",
                                "recording.resume",
                                "recording.pause",
                                "recording.submit"))
                .body("entries.actor", everyItem(is("key:" + key)))
                .body("entries.actorName", everyItem(is(owner)))
                .body("entries.owner", everyItem(is(owner)))
                .body("entries.address", everyItem(is("127.0.0.1")))
                .body("entries.outcome", everyItem(is("DONE")))
                .body("entries.at", everyItem(notNullValue()))
                .body("entries[0].detail", equalTo(link))
                .body("entries[7].detail", equalTo(link));
    }

    @Test
    void eachLinkOfABatchIsNotedAndWhatWasRefusedIsCounted() {
        with().contentType("text/plain; charset=utf-8")
                .body(String.join("\n", Samples.link(), "nothing", Samples.link(), "nothing either"))
                .post(RECORDINGS + "/batch")
                .then()
                .statusCode(202);
        audit("?actor=key:" + key + "&action=recording.submit-batch")
                .body("entries.findAll { it.outcome == 'DONE' }.recording", hasSize(2));
        await().atMost(SECONDS)
                .untilAsserted(() -> audit("?actor=key:" + key)
                        .body("entries.findAll { it.outcome == 'REFUSED' }.reason", contains("no-link"))
                        .body("entries.findAll { it.outcome == 'REFUSED' }.times", contains(2)));
    }

    @Test
    void whatIsDoneWithOrganisationsIsNoted() {
        var added = with().contentType(ContentType.JSON)
                .body(Map.of("name", "Our school", "token", SESSION))
                .post("/api/v1/organisations")
                .then()
                .statusCode(201)
                .extract();
        var id = added.<String>path("id");
        with().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/organisations/" + id + "/look")
                .then()
                .statusCode(202);
        given().contentType(ContentType.JSON)
                .body("{\"event\":\"recordFile.ready\"}")
                .post(added.<String>path("webhook"))
                .then()
                .statusCode(204);
        with().delete("/api/v1/organisations/" + id).then().statusCode(204);
        audit("?limit=200")
                .body(
                        "entries.findAll { it.subject == '%s' }.action".formatted(id),
                        contains("organisation.remove", "organisation.told", "organisation.look", "organisation.add"))
                .body(
                        "entries.findAll { it.subject == '%s' }.actor".formatted(id),
                        contains("key:" + key, "webhook", "key:" + key, "key:" + key));
    }

    @Test
    void whatIsRefusedIsNotedWithTheReason() {
        var id = submitted(Samples.link());
        with().post(RECORDINGS + "/" + id + "/hold").then().statusCode(200);
        refused(with().delete(RECORDINGS + "/" + id), 409, "held");
        await().atMost(SECONDS)
                .untilAsserted(() -> audit("?recording=" + id + "&action=recording.remove")
                        .body("entries.outcome", contains("REFUSED"))
                        .body("entries.reason", contains("held"))
                        .body("entries.actor", contains("key:" + key)));
        var nothing = UUID.randomUUID();
        refused(with().post(RECORDINGS + "/" + nothing + "/cancel"), 404, "not-found");
        await().atMost(SECONDS)
                .untilAsserted(() -> audit("?recording=" + nothing).body("entries.reason", contains("not-found")));
    }

    @Test
    void whoIsNotLetInIsNotedAndTheSameIsCounted() throws SQLException {
        for (int times = 0; times < 5; times++) {
            refused(
                    given().header("Authorization", "Bearer wa_guessed").delete(RECORDINGS + "/17"),
                    401,
                    "unknown-api-key");
        }
        refused(
                given().header("Authorization", MadeKey.reading(database, owner))
                        .delete(RECORDINGS + "/17"),
                403,
                "scope-missing");
        await().atMost(SECONDS)
                .untilAsserted(() -> audit("?actor=nobody&action=recording.remove")
                        .body("entries.findAll { it.reason == 'unknown-api-key' }.times.sum()", is(5)));
        await().atMost(SECONDS)
                .untilAsserted(() -> audit("?action=recording.remove&limit=200")
                        .body(
                                "entries.findAll { it.owner == '%s' }.reason".formatted(owner),
                                contains("scope-missing")));
    }

    @Test
    void whatCouldNotBeDoneIsNotNotedAsDone() throws SQLException {
        var id = life.submitted(owner);
        with().post(RECORDINGS + "/" + id + "/hold").then().statusCode(200);
        with().delete(RECORDINGS + "/" + id).then().statusCode(409);
        audit("?recording=" + id).body("entries.findAll { it.outcome == 'DONE' }.action", contains("recording.hold"));
    }

    @Test
    void nothingInItOpensAnything() throws SQLException {
        var secretLink = Samples.link() + "?token=" + SESSION;
        with().contentType(ContentType.JSON)
                .body(Map.of("link", secretLink, "sessionId", SESSION))
                .post(RECORDINGS)
                .then()
                .statusCode(202);
        refused(given().header("Authorization", "Bearer " + SESSION).get(RECORDINGS), 401, "unknown-api-key");
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/webhooks/mts-link/{id}/{secret}", UUID.randomUUID(), SESSION)
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .post("/api/v1/webhooks/mts-link/%s/%s;x".formatted(UUID.randomUUID(), SESSION))
                .then()
                .statusCode(401);
        await().atMost(SECONDS)
                .untilAsserted(() -> audit("?actor=nobody").body("entries.action", hasItem("organisation.told")));
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(audit_entry::text, ' ') from audit_entry")) {
            rows.next();
            assertThat(rows.getString(1))
                    .contains(owner)
                    .doesNotContain(SESSION)
                    .doesNotContain(authorization.substring("Bearer wa_".length()));
        }
    }

    @Test
    void pagesFollowEachOther() {
        var ids = List.of(submitted(Samples.link()), submitted(Samples.link()), submitted(Samples.link()));
        var mine = "?actor=key:" + key + "&limit=2";
        var first = audit(mine).body("entries.recording", contains(ids.get(2), ids.get(1)));
        submitted(Samples.link());
        audit(mine + "&cursor=" + first.extract().path("next"))
                .body("entries.recording", contains(ids.get(0)))
                .body("next", nullValue());
    }

    @Test
    void entriesAreFoundByTime() {
        submitted(Samples.link());
        submitted(Samples.link());
        var mine = "?actor=key:" + key;
        var latest = audit(mine).extract().<String>path("entries[0].at");
        audit(mine + "&from=" + latest).body("entries", hasSize(1));
        audit(mine + "&until=" + latest).body("entries", hasSize(1));
        audit(mine + "&from=2100-01-01T00:00:00Z").body("entries", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actors=x",
                "action=destroy",
                "recording=17",
                "from=yesterday",
                "limit=0",
                "limit=201",
                "cursor=x"
            })
    void aParameterThatMeansNothingIsRefused(String parameter) {
        with().get(AUDIT + "?" + parameter).then().statusCode(400);
    }

    @Test
    void onlyAdminsReadIt() throws SQLException {
        refused(
                given().header("Authorization", MadeKey.reading(database, owner))
                        .get(AUDIT),
                403,
                "scope-missing");
    }

    @Test
    void keysThatAreMadeAreNoted() {
        audit("?action=key.create&limit=200")
                .body("entries.findAll { it.subject == '%s' }.actor".formatted(key), contains("command"))
                .body("entries.findAll { it.subject == '%s' }.detail".formatted(key), contains(owner));
    }

    @Test
    void itIsOnlyAddedTo() throws SQLException {
        submitted(Samples.link());
        for (var sql :
                List.of("update audit_entry set outcome = 'DONE'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> execute(sql)).as(sql).hasMessageContaining("only added to");
        }
    }

    @Test
    void whatIsOldIsRemoved() throws SQLException {
        for (int days : new int[] {10, 401, 500}) {
            execute("""
                    insert into audit_entry (id, at, actor, owner, action, outcome)
                    values (gen_random_uuid(), clock_timestamp() - interval '%d days', 'old', '%s', 'other', 'DONE')
                    """.formatted(days, owner));
        }
        submitted(Samples.link());
        retention.look(Duration.ofDays(400));
        audit("?actor=old").body("entries", hasSize(1));
        retention.look(Duration.ZERO);
        audit("?actor=old").body("entries", empty());
        audit("?actor=key:" + key).body("entries", hasSize(1));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String submitted(String link) {
        return with().contentType(ContentType.JSON)
                .body(Map.of("link", link))
                .post(RECORDINGS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private ValidatableResponse audit(String query) {
        return with().get(AUDIT + query).then().statusCode(200);
    }

    private RequestSpecification with() {
        return given().header("Authorization", authorization);
    }
}

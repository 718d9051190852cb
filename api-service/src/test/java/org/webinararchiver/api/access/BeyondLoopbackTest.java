package org.webinararchiver.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;

/** Where other machines can reach the service, nothing but health and webhooks is open without a key. */
@ApiTest
@TestProfile(BeyondLoopback.class)
class BeyondLoopbackTest {
    private static final String RECORDINGS = "/api/v1/recordings";
    private static final Duration SECONDS = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    private ApiKeys keys;

    @BeforeEach
    void keys() {
        keys = new ApiKeys(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORDINGS, "/api/v1/organisations", "/q/openapi", "/q/swagger-ui", "/nothing", "/"})
    void nothingIsOpenWithoutAKey(String path) {
        var answer = given().get(path);
        refused(answer, 401, "no-api-key");
        answer.then().header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void healthIsOpen() {
        given().get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORDINGS, "/q/health/live", "/q/openapi"})
    void pagesOfOtherSitesMayNothingUnlessThatIsConfigured(String path) {
        var asked = given().header("Origin", "https://site.example")
                .header("Access-Control-Request-Method", "GET")
                .options(path);
        var read = given().header("Origin", "https://site.example").get(path);
        for (var answer : List.of(asked, read)) {
            assertThat(answer.headers().asList())
                    .extracting(Header::getName)
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/../openapi", "/q/health/%2e%2e/openapi", "/q//openapi", "/q/health;/../openapi"})
    void noWayOfWritingAPathGetsPast(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(401);
    }

    @Test
    void aWebhookIsOpenedByItsOwnSecret() {
        given().contentType(ContentType.JSON)
                .body("{\"event\":\"recordFile.ready\"}")
                .post("/api/v1/webhooks/mts-link/{id}/secret", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aKeyOpensWhatItsScopesSay() throws SQLException {
        var submit = key(EnumSet.of(Scope.SUBMIT));
        var read = key(EnumSet.of(Scope.READ));
        var admin = key(EnumSet.of(Scope.ADMIN));

        assertThat(submit(submit).statusCode()).isEqualTo(202);
        refused(submit(read), 403, "scope-missing");
        assertThat(submit(admin).statusCode()).isEqualTo(202);

        refused(with(submit).get(RECORDINGS + "/" + UUID.randomUUID()), 403, "scope-missing");
        with(read).get(RECORDINGS + "/" + UUID.randomUUID()).then().statusCode(404);
        with(admin).get(RECORDINGS + "/" + UUID.randomUUID()).then().statusCode(404);

        refused(with(read).get("/api/v1/organisations"), 403, "scope-missing");
        refused(with(submit).delete(RECORDINGS + "/" + UUID.randomUUID()), 403, "scope-missing");
        with(admin).get("/api/v1/organisations").then().statusCode(200);
    }

    @Test
    void aNewKeyOpensAtOnceWhateverItIsSentWith() throws SQLException {
        with(key(EnumSet.of(Scope.ADMIN))).get("/api/v1/organisations").then().statusCode(200);
        var links = Stream.generate(Samples::link).limit(20).toList();
        var muchMoreThanComesAtOnce = "\n# " + "x".repeat(10_000) + "\n";
        with(key(EnumSet.of(Scope.SUBMIT)))
                .contentType("text/plain; charset=utf-8")
                .body(String.join(muchMoreThanComesAtOnce, links))
                .post(RECORDINGS + "/batch")
                .then()
                .statusCode(202)
                .body("accepted", hasSize(links.size()));
    }

    @Test
    void aKeyThatThereIsNotIsRefused() {
        refused(with(KeyText.random(new SecureRandom())).get(RECORDINGS), 401, "unknown-api-key");
        refused(submit(KeyText.random(new SecureRandom())), 401, "unknown-api-key");
        refused(given().header("Authorization", "Bearer wa_mistyped").get(RECORDINGS), 401, "unknown-api-key");
    }

    @Test
    void aKeyNeedsNoLocalHostAndNoHeader() throws SQLException {
        var admin = key(EnumSet.of(Scope.ADMIN));
        with(admin)
                .header("Host", "archive.example")
                .header("Origin", "https://archive.example")
                .post("/api/v1/organisations/" + UUID.randomUUID() + "/look")
                .then()
                .statusCode(not(403));
    }

    @Test
    void aRevokedKeyOpensNothingSecondsLater() throws SQLException {
        var text = KeyText.random(new SecureRandom());
        var id = UUID.randomUUID();
        keys.add(id, text, new NewKey("short", "short", Set.of(Scope.ADMIN), Optional.empty()));
        with(text).get("/api/v1/organisations").then().statusCode(200);
        assertThat(keys.revoke(id)).isTrue();
        awaitStatus(text, 401);
        refused(with(text).get("/api/v1/organisations"), 401, "unknown-api-key");
        assertThat(keys.revoke(id)).isFalse();
    }

    @Test
    void aKeyExpires() throws SQLException {
        var text = KeyText.random(new SecureRandom());
        var later = Duration.ofHours(1);
        keys.add(UUID.randomUUID(), text, new NewKey("brief", "brief", Set.of(Scope.ADMIN), Optional.of(later)));
        with(text).get("/api/v1/organisations").then().statusCode(200);
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("update api_key set expires_at = clock_timestamp() where name = 'brief'");
        }
        awaitStatus(text, 401);
    }

    @Test
    void whenAKeyWasUsedIsKnown() throws SQLException {
        var used = key(EnumSet.of(Scope.ADMIN));
        with(used).get("/api/v1/organisations").then().statusCode(200);
        await().atMost(SECONDS)
                .until(() -> keys.all().stream()
                        .filter(key -> key.beginning().equals(used.beginning()))
                        .allMatch(key -> key.lastUsedAt().isPresent()));
    }

    @Test
    void ofAKeyOnlyItsBeginningAndItsHashAreKept() throws SQLException {
        var text = key(EnumSet.of(Scope.READ));
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(api_key::text, '') from api_key")) {
            rows.next();
            assertThat(rows.getString(1)).contains(text.beginning()).doesNotContain(text.secret());
        }
    }

    /** A key that the service has not seen yet. */
    private KeyText key(Set<Scope> scopes) throws SQLException {
        var text = KeyText.random(new SecureRandom());
        keys.add(UUID.randomUUID(), text, new NewKey("test", "test", scopes, Optional.empty()));
        return text;
    }

    private static void awaitStatus(KeyText key, int status) {
        await().atMost(SECONDS)
                .until(() -> with(key).get("/api/v1/organisations").statusCode() == status);
    }

    private static Response submit(KeyText key) {
        return with(key)
                .contentType(ContentType.JSON)
                .body(Map.of("link", Samples.link()))
                .post(RECORDINGS);
    }

    private static RequestSpecification with(KeyText key) {
        return given().header("Authorization", "Bearer " + key.secret());
    }

    private static void refused(Response answer, int status, String reason) {
        answer.then().statusCode(status).body("type", endsWith(":" + reason));
    }
}

package org.webinararchiver.api.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.webinararchiver.api.Problems.refused;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.api.oidc.FakeIssuer;

/** Tokens and keys open the same, side by side; pages of other sites get in where that is configured. */
@ApiTest
@TestProfile(Configured.class)
class TokenAccessTest {
    private static final String RECORDINGS = "/api/v1/recordings";
    private static FakeIssuer issuer;

    @Inject
    DataSource database;

    private final String subject = "anna " + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        issuer = Configured.startIssuer();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void aTokenOpensWhatItsRolesSayOfItsOwner() {
        var link = Samples.link();
        refused(submit(token("archiver-read"), link), 403, "scope-missing");
        var id = submit(token("archiver-submit"), link)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        show(token("archiver-read"), id).then().statusCode(200);
        refused(show(token("archiver-submit"), id), 403, "scope-missing");
        refused(show(token("something-else"), id), 403, "scope-missing");
        refused(show("Bearer " + tokenOf("boris", "archiver-read"), id), 404, "not-found");
        show("Bearer " + tokenOf("boris", "archiver-admin"), id).then().statusCode(200);
    }

    @Test
    void keysGoOnBesideTokens() throws SQLException {
        with(MadeKey.reading(database, "school")).get(RECORDINGS).then().statusCode(200);
        refused(with("Bearer wa_mistyped").get(RECORDINGS), 401, "unknown-api-key");
        refused(with("Bearer a.b.c").get(RECORDINGS), 401, "unknown-token");
    }

    @Test
    void aTokenThatHasExpiredIsToldSo() {
        var old = issuer.token(subject, claims -> claims.setExpirationTimeMinutesInTheFuture(-10));
        refused(with("Bearer " + old).get(RECORDINGS), 401, "expired-token");
    }

    @Test
    void whatWasDoneWithATokenIsNotedWithItsSubject() {
        var id = submit(token("archiver-submit"), Samples.link())
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        var admin = with("Bearer " + tokenOf("boss", "archiver-admin"));
        admin.get("/api/v1/audit?recording=" + id)
                .then()
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("entries[0].actor", equalTo("token:" + subject))
                .body("entries[0].owner", equalTo(subject));
        refused(
                with("Bearer " + issuer.token(subject, claims -> claims.setAudience("another")))
                        .get(RECORDINGS),
                401,
                "unknown-token");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> with("Bearer " + tokenOf("boss", "archiver-admin"))
                        .get("/api/v1/audit?actor=nobody&action=read")
                        .then()
                        .body("entries.reason", hasItem("unknown-token")));
    }

    @Test
    void theLimitsOfTheSettingsAreForTokensToo() {
        submit(token("archiver-submit"), Samples.link()).then().statusCode(202);
        submit(token("archiver-submit"), Samples.link()).then().statusCode(202);
        refused(submit(token("archiver-submit"), Samples.link()), 429, "recordings-a-day")
                .header("Retry-After", not(equalTo(null)));
    }

    @Test
    void aBrowserAsksWithoutAKeyWhatPagesOfASiteMayDo() {
        preflight(Configured.SITE)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(Configured.SITE));
        preflight("https://evil.example").then().statusCode(403).header("Access-Control-Allow-Origin", equalTo(null));
    }

    @Test
    void aPageOfThatSiteNeedsAKeyAndReadsARefusal() {
        var site = Map.of("Origin", Configured.SITE);
        with(token("archiver-read"))
                .headers(site)
                .get(RECORDINGS)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(Configured.SITE));
        refused(given().headers(site).get(RECORDINGS), 401, "no-api-key")
                .header("Access-Control-Allow-Origin", equalTo(Configured.SITE));
        with(token("archiver-read"))
                .header("Origin", "https://evil.example")
                .get(RECORDINGS)
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    private static Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(RECORDINGS);
    }

    private String token(String role) {
        return "Bearer " + tokenOf(subject, role);
    }

    private static String tokenOf(String somebody, String role) {
        return issuer.token(somebody, claims -> claims.setStringListClaim("roles", role));
    }

    private static Response submit(String authorization, String link) {
        return with(authorization)
                .contentType(ContentType.JSON)
                .body(Map.of("link", link))
                .post(RECORDINGS);
    }

    private static Response show(String authorization, String id) {
        return with(authorization).get(RECORDINGS + "/" + id);
    }

    private static RequestSpecification with(String authorization) {
        return given().header("Authorization", authorization);
    }
}

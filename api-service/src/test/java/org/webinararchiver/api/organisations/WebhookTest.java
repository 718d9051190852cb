package org.webinararchiver.api.organisations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.platform.organisation.FoundPage;
import org.webinararchiver.platform.organisation.OrganisationLooks;
import org.webinararchiver.platform.organisation.Organisations;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class WebhookTest {
    private static final String READY = """
            {"event": "recordFile.ready", "occurredAt": "2026-04-21T16:00+03:00",
             "data": {"recordId": 5555555555, "eventSessionId": 3333333}}
            """;

    @Inject
    Organisations organisations;

    @Inject
    OrganisationLooks looks;

    @Inject
    Transactions transactions;

    private String webhook;

    /** Whose first look is over, so that the next one is due in an hour. */
    @BeforeEach
    void oneOrganisation() {
        transactions.run(() -> organisations.deleteAll());
        webhook = given().contentType(ContentType.JSON)
                .body(Map.of("name", "School", "token", "0123456789abcdef"))
                .post("/api/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook");
        transactions.run(
                () -> looks.turn(looks.take("test").orElseThrow(), new FoundPage(List.of(), 0, OptionalInt.empty())));
        assertThat(isLookDue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordFile.ready", "eventSession.ended"})
    void whatMayMeanANewRecordingMakesALookDue(String event) {
        call(webhook, READY.replace("recordFile.ready", event)).statusCode(204);
        assertThat(isLookDue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"eventSession.created\"}",
                "{\"event\":\"RECORDFILE.READY\"}",
                "{\"event\":null}",
                "{\"event\":{\"name\":\"recordFile.ready\"}}",
                "{}",
                "[]",
                "17",
                "null"
            })
    void anythingElseIsHeardAndMeansNothing(String body) {
        call(webhook, body).statusCode(204);
        assertThat(isLookDue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "<xml/>", "{\"event\":\"recordFile.ready\""})
    void whatIsNoJsonIsRefused(String body) {
        call(webhook, body).statusCode(400).body("type", endsWith("not-an-event"));
        assertThat(isLookDue()).isFalse();
    }

    @Test
    void aBodyOfMoreThan64KibibytesIsRefused() {
        call(webhook, READY + " ".repeat(64 << 10)).statusCode(400).body("type", endsWith("not-an-event"));
        assertThat(isLookDue()).isFalse();
    }

    @Test
    void theTypeOfTheBodyDoesNotMatter() {
        given().contentType("text/plain").body(READY).post(webhook).then().statusCode(204);
        assertThat(isLookDue()).isTrue();
    }

    @Test
    void aLinkInTheBodyIsNotFollowed() {
        call(webhook, READY.replace("5555555555", "\"https://my.mts-link.ru/1/2/record-new/3\""))
                .statusCode(204);
        assertThat(isLookDue()).isTrue();
        assertThat(given().get("/api/v1/organisations").asString()).doesNotContain("record-new");
    }

    @Test
    void aWrongSecretAndAnOrganisationThatThereIsNotAreNotFoundAlike() {
        var id = webhook.split("/")[5];
        var secret = webhook.split("/")[6];
        var wrong = call(webhook.replace(secret, "x" + secret.substring(1) + "x"), READY);
        var unknown = call(webhook.replace(id, UUID.randomUUID().toString()), READY);
        var noId = call(webhook.replace(id, "17"), READY);
        for (var answer : List.of(wrong, unknown, noId)) {
            answer.statusCode(404).contentType(containsString("application/problem+json"));
        }
        assertThat(wrong.extract().asString()).isEqualTo(unknown.extract().asString());
        assertThat(isLookDue()).isFalse();
    }

    @Test
    void aRemovedOrganisationsWebhookIsNotFound() {
        given().delete("/api/v1/organisations/" + webhook.split("/")[5]).then().statusCode(204);
        call(webhook, READY).statusCode(404);
    }

    private static ValidatableResponse call(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private boolean isLookDue() {
        return transactions.call(() -> {
            var look = looks.take("test");
            look.ifPresent(looks::giveBack);
            return look.isPresent();
        });
    }
}

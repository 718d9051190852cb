package org.webinararchiver.api.organisations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.platform.organisation.Organisations;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.testservices.RememberedLog;

/** A token goes in and never comes out, and a webhook's secret comes out once: neither is in the log. */
@ApiTest
class TokenSecrecyTest {
    private static final String PATH = "/api/v1/organisations";
    private static final String TOKEN = "t0k3n-top-secret";

    @Inject
    Organisations organisations;

    @Inject
    Transactions transactions;

    private final RememberedLog log = new RememberedLog();

    @AfterEach
    void listenNoMore() {
        log.close();
        transactions.run(() -> organisations.deleteAll());
    }

    @Test
    void noAnswerTellsTheTokenAndOnlyTheFirstOneTheWebhook() {
        var body = Map.of("name", "School", "token", TOKEN);
        var added = given().contentType(ContentType.JSON).body(body).post(PATH);
        assertThat(added.statusCode()).isEqualTo(201);
        assertSecret(TOKEN, added.asString() + added.headers());
        String webhook = added.path("webhook");
        var secret = webhook.substring(webhook.lastIndexOf('/') + 1);
        var location = added.header("Location");
        var look = given().contentType(ContentType.JSON).post(location + "/look");
        assertThat(look.statusCode()).isEqualTo(202);
        var later = given().get(location).asString() + given().get(PATH).asString() + look.asString();
        given().body("{\"event\":\"recordFile.ready\"}").post(webhook).then().statusCode(204);
        var refused = given().body("no event").post(webhook);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertSecret(TOKEN, later);
        assertSecret(secret, later + added.headers() + refused.asString() + refused.headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"%s\"}",
                "{\"name\":\"\",\"token\":\"%s\"}",
                "{\"name\":\"School\",\"token\":\"%s\\u0000\"}",
                "{\"name\":\"School\",\"key\":\"%s\"}",
                "{\"name\":\"School\",\"token\":{\"id\":\"%s\"}}",
                "{\"name\":\"School\",\"token\":[\"%s\"]}",
                "{\"name\":\"School\",\"token\":\"%s\",\"since\":\"never\"}",
                "{\"name\":\"School\",\"since\":\"%s\"}",
                "{\"name\":\"School\",\"token\":\"%s\"",
                "%s",
                "\"%s\""
            })
    void norDoesARefusal(String body) {
        var refused = given().contentType(ContentType.JSON)
                .body(body.formatted(TOKEN))
                .post(PATH);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertSecret(TOKEN, refused.asString() + refused.headers());
    }

    private void assertSecret(String secret, String answer) {
        assertThat(answer).doesNotContain(secret);
        assertThat(log.lines()).noneMatch(line -> line.contains(secret));
    }
}

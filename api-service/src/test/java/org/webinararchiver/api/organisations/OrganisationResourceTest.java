package org.webinararchiver.api.organisations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.organisation.Period;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.organisation.FoundPage;
import org.webinararchiver.platform.organisation.Look;
import org.webinararchiver.platform.organisation.OrganisationLooks;
import org.webinararchiver.platform.organisation.Organisations;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.Sources;

@ApiTest
class OrganisationResourceTest {
    private static final String PATH = "/api/v1/organisations";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Inject
    Organisations organisations;

    @Inject
    OrganisationLooks looks;

    @Inject
    Sources sources;

    @Inject
    Transactions transactions;

    @BeforeEach
    void none() {
        transactions.run(() -> organisations.deleteAll());
    }

    @Test
    void anOrganisationIsAddedAndTellsWhereItIsShownAndWhatMayBeCalled() {
        var answer = post(Map.of("name", " School ", "token", " " + TOKEN + " "))
                .statusCode(201)
                .contentType(ContentType.JSON)
                .body("name", equalTo("School"))
                .body("api", equalTo("https://userapi.mts-link.ru/v3"))
                .body("since", equalTo(today().minusYears(1).toString()))
                .body("every", equalTo("PT1H"))
                .body("dueAt", notNullValue())
                .body("look", nullValue())
                .body("last", nullValue())
                .extract();
        String id = answer.path("id");
        assertThat(answer.header("Location")).endsWith(PATH + "/" + id);
        assertThat(answer.<String>path("webhook")).matches("/api/v1/webhooks/mts-link/" + id + "/[A-Za-z0-9_-]{43}");
        show(id).body("name", equalTo("School")).body("webhook", nullValue());
        assertThat(transactions.call(() -> looks.token(take()))).isEqualTo(new Secret(TOKEN));
    }

    @Test
    void whatIsGivenIsKept() {
        var sent = organisation();
        sent.put("api", "https://webinar.company.example/v3");
        sent.put("since", "2020-02-29");
        sent.put("every", "PT15M");
        var id = idOf(post(sent));
        show(id).body("api", equalTo("https://webinar.company.example/v3"))
                .body("since", equalTo("2020-02-29"))
                .body("every", equalTo("PT15M"));
        assertThat(take().period().from()).isEqualTo(LocalDate.of(2020, 2, 29));
    }

    @Test
    void organisationsAreListedInTheOrderInWhichTheyWereAdded() {
        var ids = List.of(idOf(post(organisation())), idOf(post(organisation())));
        List<String> listed = given().get(PATH).then().statusCode(200).extract().path("id");
        assertThat(listed).isEqualTo(ids);
    }

    @Test
    void anOrganisationThatIsRemovedIsNotFound() {
        var id = idOf(post(organisation()));
        given().delete(PATH + "/" + id).then().statusCode(204);
        notFound(given().get(PATH + "/" + id).then());
        notFound(given().delete(PATH + "/" + id).then());
        notFound(given().contentType(ContentType.JSON)
                .post(PATH + "/" + id + "/look")
                .then());
    }

    @Test
    void howALookStandsAndEndsIsShown() {
        var id = idOf(post(organisation()));
        var first = take();
        var links = List.of(sources.recognise(Samples.link()).orElseThrow());
        var next = transactions
                .call(() -> looks.turn(first, new FoundPage(links, 1, OptionalInt.of(2))))
                .orElseThrow();
        show(id).body("look.listed", equalTo(2))
                .body("look.to", equalTo(today().plusDays(1).toString()));
        transactions.call(() -> looks.turn(next, new FoundPage(List.of(), 0, OptionalInt.empty())));
        show(id).body("look", nullValue())
                .body("last.listed", equalTo(2))
                .body("last.added", equalTo(1))
                .body("last.withoutLink", equalTo(1))
                .body("last.trouble", nullValue())
                .body("readUntil", equalTo(today().plusDays(1).toString()));
    }

    @Test
    void whyALookDoesNotEndIsShownWithAdvice() {
        var id = idOf(post(organisation()));
        var look = take();
        var denied = new Failure.OfTask("token-refused", "It is refused.", "Make another one.");
        transactions.call(() -> looks.failed(look, denied));
        show(id).body("last.trouble.reason", equalTo("token-refused"))
                .body("last.trouble.message", equalTo("It is refused."))
                .body("last.trouble.advice", equalTo("Make another one."));
    }

    @Test
    void aLookIsDueWhenSomebodyWantsOne() {
        var id = idOf(post(organisation()));
        end(take());
        look(id, "").statusCode(202).body("id", equalTo(id));
        assertThat(take().period().from()).isEqualTo(today().plusDays(1).minusDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"from\":null,\"to\":null}"})
    void withoutDaysTheLookIsOverWhatIsNew(String body) {
        var id = idOf(post(organisation()));
        end(take());
        look(id, body).statusCode(202);
        assertThat(take().period().from()).isEqualTo(today().plusDays(1).minusDays(7));
    }

    @Test
    void aLookMayBeOverTheDaysThatSomebodyWants() {
        var id = idOf(post(organisation()));
        look(id, "{\"from\":\"2024-01-01\",\"to\":\"2024-01-31\"}").statusCode(202);
        var look = take();
        assertThat(look.period()).isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)));
        end(look);
        look(id, "{\"from\":\"2024-01-01\"}").statusCode(202);
        assertThat(take().period()).isEqualTo(new Period(LocalDate.of(2024, 1, 1), today().plusDays(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"2024-01-31\"}",
                "{\"from\":\"2024-02-01\",\"to\":\"2024-01-31\"}",
                "{\"from\":\"1999-12-31\"}",
                "{\"from\":\"2024-01-01\",\"to\":\"2999-01-01\"}",
                "{\"from\":\"2999-01-01\"}",
                "{\"from\":\"yesterday\"}",
                "{\"since\":\"2024-01-01\"}",
                "[]",
                "{"
            })
    void whatAreNoDaysIsRefused(String body) {
        refused(look(idOf(post(organisation())), body), 400).body("detail", containsString("\"from\""));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, ' '",
        "name, 'two\nlines'",
        "token, ''",
        "token, short",
        "token, 'with a space in it'",
        "token, 'schlüssel-schlüssel'",
        "since, 1999-12-31",
        "since, 2999-01-01",
        "since, yesterday",
        "every, PT59S",
        "every, P32D",
        "every, PT-1H",
        "every, hourly",
        "api, ''",
        "api, userapi.mts-link.ru",
        "api, http://userapi.mts-link.ru/v3",
        "api, https://userapi.mts-link.ru/v3?a=b",
        "api, https://user@userapi.mts-link.ru/v3",
        "api, https:///v3",
        "api, 'https://a b/v3'",
        "api, file:///etc/passwd",
        "tokens, 0123456789abcdef"
    })
    void aFieldThatCannotBeIsRefusedByItsName(String field, String value) {
        var sent = organisation();
        sent.put(field, value);
        refused(post(sent), 400)
                .body("type", endsWith("not-an-organisation"))
                .body("title", allOf(containsString(field), not(containsString(TOKEN))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "17", "{\"name\":\"School\"}", "{\"token\":\"" + TOKEN + "\"}", "{"})
    void aBodyThatIsNoOrganisationIsRefused(String body) {
        refused(given().contentType(ContentType.JSON).body(body).post(PATH).then(), 400)
                .body("detail", containsString("\"token\""));
    }

    @Test
    void anAddressOnThisMachineNeedsNoEncryption() {
        var sent = organisation();
        sent.put("api", "http://127.0.0.1:8090/v3");
        post(sent).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "no-id", "%00"})
    void whatIsNoIdIsNotFound(String text) {
        notFound(given().urlEncodingEnabled(false).get(PATH + "/" + text).then());
    }

    private static Map<String, Object> organisation() {
        return new HashMap<>(Map.of("name", "School", "token", TOKEN));
    }

    private static ValidatableResponse post(Map<String, ?> organisation) {
        return given().contentType(ContentType.JSON)
                .body(organisation)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse show(String id) {
        return given().get(PATH + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse look(String id, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(PATH + "/" + id + "/look")
                .then();
    }

    private static String idOf(ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("id");
    }

    private Look take() {
        return transactions.call(() -> looks.take("test")).orElseThrow();
    }

    private void end(Look look) {
        transactions.call(() -> looks.turn(look, new FoundPage(List.of(), 0, OptionalInt.empty())));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static void notFound(ValidatableResponse answer) {
        refused(answer, 404).body("type", endsWith("not-found"));
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("status", equalTo(status))
                .body("title", not(nullValue()));
    }
}

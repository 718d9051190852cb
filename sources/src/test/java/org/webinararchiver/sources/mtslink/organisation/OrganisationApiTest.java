package org.webinararchiver.sources.mtslink.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.organisation.Period;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.sources.SourcesProducer;
import org.webinararchiver.sources.mtslink.FakeWeb;

class OrganisationApiTest {
    private static final URI API = URI.create("https://userapi.mts-link.ru/v3");
    private static final Secret TOKEN = new Secret("0123456789abcdef0123456789abcdef");
    private static final Period YEAR = new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"));
    private static final String FIRST =
            "https://userapi.mts-link.ru/v3/records?from=2025-01-01&to=2025-12-31&offset=0&limit=100";
    private static final Instant NOW = Instant.parse("2026-01-28T10:00:00Z");

    private final FakeWeb web = new FakeWeb();
    private final OrganisationApi api = new OrganisationApi(
            SourcesProducer.standard().named("mts-link")::recognise, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aPageIsAskedForByPeriodAndOffsetWithTheTokenAsASecretHeader() throws Exception {
        web.with(FIRST.replace("offset=0", "offset=200"), "[]");
        assertThat(page(API, 200).records()).isEmpty();
        var request = web.requests.getFirst();
        assertThat(request.secretHeaders()).isEqualTo(Map.of("x-auth-token", TOKEN));
        assertThat(request.toString()).doesNotContain(TOKEN.value());
        assertThat(web.closedEveryAnswer()).isTrue();
    }

    @Test
    void aSlashAtTheEndOfTheAddressChangesNothing() throws Exception {
        web.with(FIRST, "[]");
        page(URI.create(API + "/"), 0);
        assertThat(web.addresses()).containsExactly(FIRST);
    }

    @Test
    void aRecordTellsItsLinkAndTheTokenInIt() throws Exception {
        web.with(FIRST, """
                [{"id": 738028973, "name": "Algebra", "createAt": "2025-03-04T16:00:00+0300", "isViewable": true,
                  "link": "https://my.mts-link.ru/12345678/987654321/record-new/19856070522/0123456789abcdef0123456789abcdef",
                  "eventSession": {"id": 19856070522, "createUser": {"id": 1}}, "unknown": [[[]]]}]
                """);
        var record = page(API, 0).records().getFirst();
        assertThat(record.id()).contains("738028973");
        assertThat(record.name()).contains("Algebra");
        assertThat(record.link().map(RecognisedLink::link).orElseThrow().page())
                .hasToString("https://my.mts-link.ru/12345678/987654321/record-new/19856070522");
        assertThat(record.link().orElseThrow().pass().secret("recordAccessToken"))
                .contains(new Secret("0123456789abcdef0123456789abcdef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\": null, \"link\": null}",
                "{\"link\": \"https://example.com/\"}",
                "{\"link\": 17}",
                "{\"link\": {\"url\": \"https://my.mts-link.ru/1/2/record-new/3\"}}",
                "null",
                "17",
                "\"https://my.mts-link.ru/1/2/record-new/3\"",
                "[{}]"
            })
    void aRecordWithoutAUsableLinkIsOneOfWhichNoLinkIsKnown(String record) throws Exception {
        web.with(FIRST, "[" + record + ", {\"link\": \"https://my.mts-link.ru/1/2/record-new/3\"}]");
        assertThat(page(API, 0).records())
                .hasSize(2)
                .extracting(each -> each.link().isPresent())
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "400, listing-refused",
        "401, token-refused",
        "403, token-refused",
        "404, not-the-organisation-api",
        "422, listing-refused"
    })
    void aRefusalThatTimeDoesNotMendTellsWhatCanBeDone(int status, String reason) {
        web.with(FIRST, status, Map.of(), "{\"error\":{\"code\":%d}}".formatted(status));
        assertThat(failure()).isInstanceOfSatisfying(Failure.OfTask.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "408, platform-busy",
        "429, platform-busy",
        "503, platform-busy",
        "500, platform-error",
        "599, platform-error"
    })
    void whatMayPassIsTriedAgain(int status, String reason) {
        web.with(FIRST, status, Map.of(), "");
        assertThat(failure()).isInstanceOf(Failure.Retryable.class);
        assertThat(failure().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"'120', PT2M", "'Wed, 28 Jan 2026 10:00:30 GMT', PT30S", "'soon', PT0S"})
    void aBusyPlatformSaysHowLongToWait(String retryAfter, Duration pause) {
        web.with(FIRST, 429, Map.of("retry-after", retryAfter), "");
        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.Retryable.class,
                        busy -> assertThat(busy.pause()).isEqualTo(pause));
    }

    @Test
    void aForbiddenThatNamesAConversionUnderWayIsBusyAndNoDenial() {
        web.with(FIRST, 403, Map.of(), "{\"error\":{\"code\":403,\"currentConversionID\":17}}");
        assertThat(failure())
                .isInstanceOf(Failure.Retryable.class)
                .extracting(Failure::reason)
                .isEqualTo("platform-busy");
    }

    @ParameterizedTest
    @CsvSource({"401, token-refused", "403, token-refused", "429, platform-busy", "500, platform-error"})
    void anErrorInTheBodyOfASuccessMeansTheSame(int code, String reason) {
        web.with(FIRST, "{\"error\":{\"code\":%d,\"message\":\"no\"}}".formatted(code));
        assertThat(failure().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "{\"error\":{}}",
                "{\"error\":{\"code\":\"403\"}}",
                "17",
                "null",
                "[{\"id\":1}",
                "[{"
            })
    void whatIsNoListIsTriedAgain(String body) {
        web.with(FIRST, body);
        assertThat(failure().reason()).isEqualTo("listing-unreadable");
        assertThat(failure()).isInstanceOf(Failure.Retryable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{},", "[", "\"a\","})
    void aListThatNeverEndsIsNotReadToItsEnd(String piece) {
        web.with(FIRST, () -> web.answer(200, Map.of(), new SequenceInputStream(FakeWeb.stream("["), endless(piece))));
        assertThat(failure().reason()).isEqualTo("listing-unreadable");
    }

    @Test
    void anAnswerThatBreaksOffIsAnErrorOfTheWeb() {
        web.with(FIRST, () -> {
            throw new IOException("reset");
        });
        assertThatIOException().isThrownBy(() -> page(API, 0)).withMessage("reset");
    }

    private static InputStream endless(String piece) {
        return new InputStream() {
            private int place;

            @Override
            public int read() {
                var next = piece.charAt(place);
                place = (place + 1) % piece.length();
                return next;
            }
        };
    }

    private ListedPage page(URI address, int offset) throws FailureException, IOException {
        return api.page(address, TOKEN, YEAR, offset, web);
    }

    private Failure failure() {
        return catchThrowableOfType(FailureException.class, () -> page(API, 0)).failure();
    }
}

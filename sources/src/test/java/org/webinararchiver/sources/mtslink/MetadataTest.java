package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.webinararchiver.sources.mtslink.Recording.camera;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.NotAsked;

class MetadataTest {
    private static final String PAGE = "https://my.mts-link.ru/1/2/record-new/3/record-file/4";
    private static final String FLOW = "/api/event-sessions/3/record-files/4/flow?withoutCuts=false";
    private static final String RECORD = "/api/eventsessions/3/record?withoutCuts=false";
    private static final String HOST = "https://my.mts-link.ru";
    private static final String GATEWAY = "https://gw.mts-link.ru";
    private static final String TOLD = "{\"name\":\"Title\",\"eventLogs\":[" + camera("1", "a") + "]}";

    private final FakeWeb web = new FakeWeb();

    @AfterEach
    void everyAnswerIsClosed() {
        assertThat(web.closedEveryAnswer()).isTrue();
    }

    @Test
    void theFirstAddressThatTellsIsTheLastThatIsAsked() throws Exception {
        web.with(HOST + FLOW, TOLD);
        plan(PAGE, Pass.NONE);
        assertThat(web.addresses()).containsExactly(HOST + FLOW);
    }

    @Test
    void theGatewayIsAskedLast() throws Exception {
        web.with(GATEWAY + RECORD, TOLD);
        assertThat(Recording.plan(PAGE, Pass.NONE, web).title()).isEqualTo("Title");
        assertThat(web.addresses()).containsExactly(HOST + FLOW, HOST + RECORD, GATEWAY + FLOW, GATEWAY + RECORD);
    }

    @Test
    void withoutARecordFileOnlyTheSessionIsAskedFor() {
        assertThat(failure(Recording.PAGE, Pass.NONE).reason()).isEqualTo("not-found");
        assertThat(web.addresses()).containsExactly(HOST + RECORD, GATEWAY + RECORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://webinar.company.ru",
                "https://mts-link.ru.evil.example",
                "https://evilmts-link.ru",
                "http://127.0.0.1:8080"
            })
    void aHostThatIsNotThePlatformsIsAskedAlone(String host) {
        failure(host + "/1/2/record-new/3", Pass.of("sessionId", "s"));
        assertThat(web.addresses()).containsExactly(host + RECORD);
        assertThat(web.requests.getFirst().secretCookies()).isEqualTo(Map.of("sessionId", new Secret("s")));
    }

    @Test
    void noAddressIsAskedTwice() {
        failure(GATEWAY + "/1/2/record-new/3", Pass.NONE);
        assertThat(web.addresses()).containsExactly(GATEWAY + RECORD);
    }

    @Test
    void thePassIsShownAsCookieAndQueryAndNowhereElse() {
        failure(PAGE, Pass.of("sessionId", "cookie-secret").and(Pass.of("recordAccessToken", "query-secret")));
        assertThat(web.requests).hasSize(4).allSatisfy(request -> {
            assertThat(request.secretCookies()).isEqualTo(Map.of("sessionId", new Secret("cookie-secret")));
            assertThat(request.secretQuery()).isEqualTo(Map.of("recordAccessToken", new Secret("query-secret")));
            assertThat(request.toString()).doesNotContain("cookie-secret", "query-secret");
        });
    }

    @Test
    void aBlankOrUnknownSecretIsNotSent() {
        failure(PAGE, Pass.of("sessionId", " ").and(Pass.of("zoomToken", "other")));
        assertThat(web.requests).allSatisfy(request -> {
            assertThat(request.secretCookies()).isEmpty();
            assertThat(request.secretQuery()).isEmpty();
        });
    }

    @Test
    void theManifestHoldsNoSecret() throws Exception {
        web.with(HOST + FLOW, TOLD);
        var manifest = Recording.plan(PAGE, Pass.of("sessionId", "cookie-secret"), web);
        assertThat(manifest.toString()).doesNotContain("cookie-secret");
        assertThat(manifest.mediaHeaders()).isEqualTo(Map.of("Referer", PAGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"403 | ", "401 | ", "200 | {\"error\":{\"code\":403,\"message\":\"Forbidden\"}}"})
    void bothFormsOfRefusalMeanPrivate(int status, String body) {
        web.with(HOST + FLOW, status, Map.of(), body == null ? "" : body);
        var failure = failure(PAGE, Pass.NONE);
        assertThat(failure).isInstanceOf(Failure.OfRecording.class);
        assertThat(failure.reason()).isEqualTo("private");
        assertThat(failure.advice()).contains("Application", "Cookies", "sessionId", "--session-id");
    }

    @Test
    void aSessionIdThatIsNotAcceptedIsSaidToBe() {
        web.with(HOST + FLOW, 403, Map.of(), "");
        assertThat(failure(PAGE, Pass.of("sessionId", "old")).message()).contains("does not accept");
        assertThat(failure(PAGE, Pass.NONE).message()).doesNotContain("does not accept");
    }

    @Test
    void aTokenThatIsNotAcceptedIsSaidToBe() {
        web.with(HOST + FLOW, 403, Map.of(), "");
        var failure = failure(PAGE, Pass.of("recordAccessToken", "0123456789abcdef0123456789abcdef"));
        assertThat(failure.message()).contains("does not accept the token");
        assertThat(failure.advice()).contains("--session-id");
        assertThat(failure.toString()).doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource({
        "400, refused",
        "402, refused",
        "404, not-found",
        "410, not-found",
        "418, refused",
    })
    void otherRefusalsEndTheRecording(int status, String reason) {
        web.with(HOST + FLOW, status, Map.of(), "");
        var failure = failure(PAGE, Pass.NONE);
        assertThat(failure).isInstanceOf(Failure.OfRecording.class);
        assertThat(failure.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "408, platform-busy",
        "429, platform-busy",
        "503, platform-busy",
        "500, platform-error",
        "502, platform-error",
        "599, platform-error",
    })
    void whatMayPassIsTriedAgain(int status, String reason) {
        web.with(HOST + FLOW, status, Map.of(), "");
        var failure = failure(PAGE, Pass.NONE);
        assertThat(failure).isInstanceOf(Failure.Retryable.class);
        assertThat(failure.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void theLongestPauseThatIsAskedForIsKept(int status) {
        web.with(HOST + FLOW, status, Map.of("retry-after", "30"), "");
        web.with(HOST + RECORD, status, Map.of("retry-after", "120"), "");
        web.with(GATEWAY + FLOW, 500, Map.of(), "");
        assertThat(failure(PAGE, Pass.NONE))
                .isInstanceOfSatisfying(
                        Failure.Retryable.class,
                        busy -> assertThat(busy.pause()).isEqualTo(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 500})
    void whereOneRefusesAndAnotherTellsTheRecordingIsTold(int status) throws Exception {
        web.with(HOST + FLOW, status, Map.of(), "").with(HOST + RECORD, TOLD);
        assertThat(plan(PAGE, Pass.NONE)).isEqualTo("Title");
    }

    @ParameterizedTest
    @CsvSource({
        "403, 404, private",
        "404, 403, private",
        "500, 403, private",
        "400, 403, private",
        "404, 500, platform-error",
        "400, 500, platform-error",
        "404, 400, refused",
    })
    void theMostTellingFailureIsTold(int first, int second, String reason) {
        web.with(HOST + FLOW, first, Map.of(), "").with(HOST + RECORD, second, Map.of(), "");
        assertThat(failure(PAGE, Pass.NONE).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html>", "[]", "{}", "{\"eventLogs\":[{\"id\":1}", "{\"error\":{}}"})
    void anAnswerThatIsNoDescriptionIsTriedAgain(String body) {
        web.with(HOST + FLOW, body);
        var failure = failure(PAGE, Pass.NONE);
        assertThat(failure).isInstanceOf(Failure.Retryable.class);
        assertThat(failure.reason()).isEqualTo("metadata-unreadable");
    }

    @Test
    void eventsOfAnAnswerThatBrokeOffAreForgotten() throws Exception {
        web.with(HOST + FLOW, "{\"eventLogs\":[" + camera("1", "lost"));
        web.with(HOST + RECORD, TOLD);
        var manifest = Recording.plan(PAGE, Pass.NONE, web);
        assertThat(manifest.segments())
                .extracting(segment -> segment.url().getPath())
                .containsExactly("/a");
    }

    @Test
    void aBrokenConnectionIsWorthTheNextAddress() throws Exception {
        web.with(HOST + FLOW, () -> {
            throw new IOException("reset");
        });
        web.with(HOST + RECORD, () -> web.answer(200, Map.of(), breakingOff("{\"eventLogs\":[")));
        web.with(GATEWAY + FLOW, TOLD);
        assertThat(plan(PAGE, Pass.NONE)).isEqualTo("Title");
    }

    @Test
    void whenNothingAnswersTheConnectionIsToBlame() {
        web.with(HOST + FLOW, () -> web.answer(200, Map.of(), breakingOff("{\"eventLogs\":[")));
        assertThatThrownBy(() -> plan(PAGE, Pass.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("broke off");
    }

    @Test
    void aHostThatRestsIsWaitedForWhenNoOtherTells() {
        web.with(HOST + FLOW, 404, Map.of(), "");
        web.with(HOST + RECORD, resting("PT30S")).with(GATEWAY + FLOW, resting("PT90S"));
        assertThat(failure(PAGE, Pass.NONE))
                .isInstanceOfSatisfying(
                        Failure.NotNow.class, later -> assertThat(later.pause()).isEqualTo(Duration.ofSeconds(90)));
    }

    @Test
    void thatAHostRestsKeepsNobodyFromAskingAnother() throws Exception {
        web.with(HOST + FLOW, resting("PT30S")).with(HOST + RECORD, resting("PT30S"));
        web.with(GATEWAY + FLOW, TOLD);
        assertThat(plan(PAGE, Pass.NONE)).isEqualTo("Title");
    }

    @Test
    void whoeverSaidThatItIsBusyWasAskedThoughItRestsThen() {
        web.with(HOST + FLOW, 429, Map.of("retry-after", "60"), "").with(HOST + RECORD, resting("PT60S"));
        assertThat(failure(PAGE, Pass.NONE).reason()).isEqualTo("platform-busy");
    }

    @Test
    void anOutageOfTheWayIsNotAskedPastOneAddress() {
        var away = new NotAsked(new Failure.OurOutage("proxy-away", "It is away.", "Look.", Remedy.TIME));
        web.with(HOST + FLOW, () -> {
            throw away;
        });
        assertThatThrownBy(() -> plan(PAGE, Pass.NONE)).isSameAs(away);
        assertThat(web.addresses()).hasSize(1);
    }

    private static FakeWeb.Page resting(String pause) {
        return () -> {
            throw new NotAsked(new Failure.NotNow("origin-rests", "It rests.", "Wait.", Duration.parse(pause)));
        };
    }

    @Test
    void anInterruptedRequestIsTheLastOne() {
        web.with(HOST + FLOW, () -> {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        });
        assertThatThrownBy(() -> plan(PAGE, Pass.NONE)).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(web.addresses()).containsExactly(HOST + FLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"module\":\"message.add\",\"data\":{}}"})
    void aRecordingWithoutMediaIsEmpty(String events) {
        web.with(HOST + FLOW, "{\"eventLogs\":[" + events + "]}");
        var failure = failure(PAGE, Pass.NONE);
        assertThat(failure).isInstanceOf(Failure.OfRecording.class);
        assertThat(failure.reason()).isEqualTo("empty");
        assertThat(web.addresses()).containsExactly(HOST + FLOW);
    }

    @Test
    void anOversizedEventEndsTheRecording() {
        web.with(HOST + FLOW, "{\"eventLogs\":[[" + "0,".repeat(5 << 20) + "0]]}");
        assertThat(failure(PAGE, Pass.NONE).reason()).isEqualTo("metadata-too-large");
    }

    private String plan(String page, Pass pass) throws FailureException, IOException {
        return Recording.plan(page, pass, web).title();
    }

    private Failure failure(String page, Pass pass) {
        return catchThrowableOfType(FailureException.class, () -> plan(page, pass))
                .failure();
    }

    private static InputStream breakingOff(String beginning) {
        return new SequenceInputStream(FakeWeb.stream(beginning), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broke off");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
    }
}

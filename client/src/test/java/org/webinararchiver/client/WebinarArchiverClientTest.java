package org.webinararchiver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebinarArchiverClientTest {
    private static final String LINK = "https://my.mts-link.ru/j/1/2/record-new/3";

    private SmallServer server;
    private WebinarArchiverClient client;

    @BeforeEach
    void start() throws IOException {
        server = SmallServer.start();
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aLinkIsSubmittedWithWhatIsWantedOfIt() {
        server.thenJson(202, Samples.recording("PENDING"));

        var recording = client.submit(Submission.of(LINK)
                .withSessionId("secret")
                .with(Options.USUAL
                        .withStart(Duration.ofMinutes(10))
                        .withLayout("speaker")
                        .withQuality("720p")
                        .withChat(false)
                        .withHideSilent(true)
                        .withStrict(true)
                        .withStems(true)));

        assertThat(recording.id()).isEqualTo(Samples.ID);
        assertThat(recording.state()).isEqualTo(RecordingState.PENDING);
        var asked = server.asked().getFirst();
        assertThat(asked.method() + ' ' + asked.path()).isEqualTo("POST /api/v1/recordings");
        assertThat(asked.body())
                .isEqualTo("{\"link\":\"" + LINK + "\",\"sessionId\":\"secret\","
                        + "\"options\":{\"start\":\"PT10M\",\"layout\":\"speaker\",\"quality\":\"720p\","
                        + "\"chat\":false,\"hideSilent\":true,\"strict\":true,\"stems\":true}}");
        assertThat(asked.header("X-Webinar-Archiver")).isNotEmpty();
    }

    @Test
    void aSubmissionWhoseConnectionBreaksIsRepeatedUnderTheSameKey() {
        server.thenBreak().thenJson(503, "").thenJson(202, Samples.recording("PENDING"));

        client.submit(Submission.of(LINK));

        assertThat(server.asked()).hasSize(3);
        assertThat(server.asked().stream()
                        .map(asked -> asked.header("Idempotency-Key"))
                        .distinct())
                .hasSize(1)
                .allSatisfy(key -> assertThat(key).matches("[!-~]{1,200}"));
    }

    @Test
    void twoSubmissionsHaveTwoKeys() {
        server.thenJson(202, Samples.recording("PENDING")).thenJson(202, Samples.recording("PENDING"));
        client.submit(Submission.of(LINK));
        client.submit(Submission.of(LINK));
        assertThat(server.asked().stream()
                        .map(asked -> asked.header("Idempotency-Key"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void aRefusalIsToldWithReasonTitleAndAdvice() {
        server.thenJson(
                409,
                "{\"type\":\"urn:webinar-archiver:problem:other-file-under-way\",\"title\":\"Under way.\","
                        + "\"status\":409,\"detail\":\"Wait.\"}");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.submit(Submission.of(LINK)))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.reason()).isEqualTo("other-file-under-way");
                    assertThat(problem.title()).isEqualTo("Under way.");
                    assertThat(problem.advice()).isEqualTo("Wait.");
                    assertThat(problem).hasMessage("Under way. Wait.");
                });
    }

    @Test
    void aRefusalThatIsNoProblemInJsonIsOneAllTheSame() {
        server.thenJson(404, "<html>nothing here</html>");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.show(Samples.ID))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void whoDoesNotAnswerIsUnreachableAfterAllAttempts() {
        server.breaksFromNowOn();
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client.show(Samples.ID))
                .withMessageContaining(server.address().toString());
        assertThat(server.asked()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void whatDoesNotSpeakJsonIsNoArchiver() {
        server.thenJson(200, "<html>a portal</html>");
        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> client.show(Samples.ID));
    }

    @Test
    void allThatIsToldOfARecordingIsRead() {
        server.thenJson(200, Samples.recording("PROCESSING"));

        var recording = client.show(Samples.ID);

        assertThat(recording.startedAt()).isEqualTo(OffsetDateTime.parse("2026-01-28T17:06:28+03:00"));
        assertThat(recording.startedAt().getOffset()).hasToString("+03:00");
        assertThat(recording.duration()).isEqualTo(Duration.parse("PT1H2M3.5S"));
        assertThat(recording.options())
                .isEqualTo(new Options(null, Duration.ofMinutes(5), "gallery", "720p", false, true, false, true));
        assertThat(recording.progress()).isEqualTo(new Progress(8, 3, 1, 1234, 0.25));
        assertThat(recording.gaps())
                .containsExactly(
                        new Gap(Gap.Kind.MEDIA, null, "Anna", Duration.ofMinutes(1), Duration.ofMinutes(2), "404"));
        assertThat(recording.artifact("video.mp4"))
                .hasValueSatisfying(file -> assertThat(file.bytes()).isEqualTo(10));
    }

    @Test
    void whatANewerArchiverSaysMoreIsIgnored() {
        server.thenJson(200, "{\"id\":\"" + Samples.ID + "\",\"state\":\"DREAMING\",\"colour\":\"green\"}");

        var recording = client.show(Samples.ID);

        assertThat(recording.state()).isEqualTo(RecordingState.UNKNOWN);
        assertThat(recording.state().isFinal()).isFalse();
        assertThat(recording.gaps()).isEmpty();
        assertThat(recording.progress().segments()).isZero();
    }

    @Test
    void aListIsFetchedPageByPageAsItIsConsumed() {
        server.thenJson(200, "{\"recordings\":[%s],\"next\":\"a b\"}".formatted(Samples.recording("FAILED")));
        server.thenJson(200, "{\"recordings\":[],\"next\":\"c\"}");
        server.thenJson(200, "{\"recordings\":[%s],\"next\":null}".formatted(Samples.recording("CANCELLED")));

        var all = client.list(new Search(Set.of(RecordingState.FAILED), null, "x & y"))
                .iterator();
        assertThat(all.next().state()).isEqualTo(RecordingState.FAILED);
        assertThat(server.asked()).hasSize(1);
        assertThat(all.next().state()).isEqualTo(RecordingState.CANCELLED);
        assertThat(all.hasNext()).isFalse();

        assertThat(server.asked().getFirst().path())
                .isEqualTo("/api/v1/recordings?limit=200&state=FAILED&text=x+%26+y");
        assertThat(server.asked().get(1).path()).endsWith("&cursor=a+b");
    }

    @Test
    void whatIsDoneToARecordingIsAPostWithoutABody() {
        for (int times = 0; times < 4; times++) {
            server.thenJson(200, Samples.recording("CANCELLED"));
        }
        server.thenJson(204, "");

        client.cancel(Samples.ID);
        client.retry(Samples.ID);
        client.pause(Samples.ID);
        client.resume(Samples.ID);
        client.delete(Samples.ID);

        var path = "/api/v1/recordings/" + Samples.ID;
        assertThat(server.asked().stream().map(asked -> asked.method() + ' ' + asked.path()))
                .containsExactly(
                        "POST " + path + "/cancel",
                        "POST " + path + "/retry",
                        "POST " + path + "/pause",
                        "POST " + path + "/resume",
                        "DELETE " + path);
    }

    @Test
    void ofManyLinksEachIsAcceptedOrRefused() {
        server.thenJson(
                202,
                "{\"accepted\":[{\"position\":1,\"id\":\"%s\",\"link\":\"%s\"}],".formatted(Samples.ID, LINK)
                        + "\"refused\":[{\"position\":2,\"text\":\"x\",\"reason\":\"not-a-recording-link\",\"message\":\"No.\"}]}");

        var batch = client.submitAll(List.of(Submission.of(LINK), Submission.of("x")));

        assertThat(batch.accepted()).containsExactly(new Batch.Accepted(0, 1, Samples.ID, LINK));
        assertThat(batch.refused()).containsExactly(new Batch.Refused(0, 2, "x", "not-a-recording-link", "No."));
        assertThat(server.asked().getFirst().body())
                .isEqualTo("{\"recordings\":[{\"link\":\"" + LINK + "\"},{\"link\":\"x\"}]}");
    }

    @Test
    void theKeyIsSentAndNotShown() {
        server.thenJson(200, Samples.recording("PENDING"));
        var settings = server.settings().withApiKey("wa_opensesame");
        try (var withKey = new WebinarArchiverClient(settings)) {
            withKey.show(Samples.ID);
        }
        assertThat(server.asked().getFirst().header("Authorization")).isEqualTo("Bearer wa_opensesame");
        assertThat(settings.toString()).doesNotContain("opensesame");
        assertThat(Submission.of(LINK).withSessionId("opensesame").toString()).doesNotContain("opensesame");
    }

    @Test
    void anInterruptedCallEndsAndLeavesTheThreadInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedCall.class).isThrownBy(() -> client.show(Samples.ID));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whereNobodyListensTheAddressIsTold() {
        var nobody = ClientSettings.of(URI.create("http://127.0.0.1:1")).withAttempts(2, Duration.ofMillis(1));
        try (var alone = new WebinarArchiverClient(nobody)) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(() -> alone.submit(Submission.of(LINK)))
                    .withMessageContaining("http://127.0.0.1:1");
        }
    }
}

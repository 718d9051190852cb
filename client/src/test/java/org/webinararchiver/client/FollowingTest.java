package org.webinararchiver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FollowingTest {
    private SmallServer server;
    private final List<RecordingState> heard = new ArrayList<>();
    private final CountDownLatch testEnds = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        server = SmallServer.start();
    }

    @AfterEach
    void stop() {
        testEnds.countDown();
        server.close();
    }

    private Recording follow(ClientSettings settings) {
        try (var client = new WebinarArchiverClient(settings)) {
            return client.follow(Samples.ID, recording -> heard.add(recording.state()));
        }
    }

    private SmallServer thenEvents(String text, boolean staysOpen) {
        return server.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (staysOpen) {
                testEnds.await();
            }
            exchange.close();
        });
    }

    @Test
    void eachChangeIsToldUntilTheRecordingHasEnded() {
        thenEvents(
                Samples.event(1, "PENDING") + ": still here\n\n" + Samples.event(2, "PROCESSING")
                        + Samples.event(3, "PROCESSED"),
                true);
        server.thenJson(200, Samples.recording("PROCESSED"));

        var ended = follow(server.settings());

        assertThat(heard).containsExactly(RecordingState.PENDING, RecordingState.PROCESSING, RecordingState.PROCESSED);
        assertThat(ended.artifacts()).hasSize(1);
        assertThat(server.asked().getFirst().header("Accept")).isEqualTo("text/event-stream");
    }

    @Test
    void aBrokenStreamIsGoneOnWithAfterTheLastEvent() {
        thenEvents(Samples.event(41, "PENDING") + "id: 42\nevent: recording\ndata: {\"id\":", false);
        server.thenBreak();
        thenEvents(Samples.event(42, "FAILED"), false);
        server.thenJson(200, Samples.recording("FAILED"));

        follow(server.settings());

        assertThat(heard).containsExactly(RecordingState.PENDING, RecordingState.FAILED);
        assertThat(server.asked().getFirst().header("Last-Event-ID")).isNull();
        assertThat(server.asked().get(2).header("Last-Event-ID")).isEqualTo("41");
    }

    @Test
    void aStreamThatFallsSilentIsOpenedAnew() {
        thenEvents(Samples.event(7, "PENDING"), true);
        thenEvents(Samples.event(8, "CANCELLED"), true);
        server.thenJson(200, Samples.recording("CANCELLED"));

        follow(server.settings().withSilence(Duration.ofMillis(200)));

        assertThat(heard).containsExactly(RecordingState.PENDING, RecordingState.CANCELLED);
        assertThat(server.asked().get(1).header("Last-Event-ID")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 406})
    void whereThereAreNoEventsTheRecordingIsLookedAt(int status) {
        server.thenJson(status, "");
        server.thenJson(200, Samples.recording("PENDING"));
        server.thenJson(200, Samples.recording("PROCESSED"));
        server.thenJson(200, Samples.recording("PROCESSED"));

        follow(server.settings());

        assertThat(heard).containsExactly(RecordingState.PENDING, RecordingState.PROCESSED);
    }

    @Test
    void aRecordingThatIsNotThereIsNotFollowed() {
        server.thenJson(404, "").thenJson(404, "");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> follow(server.settings()));
    }

    @Test
    void whoIsNotLetInIsTold() {
        server.thenJson(401, "").thenJson(401, "");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> follow(server.settings()))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(401));
    }

    @Test
    void anArchiverThatIsGoneForGoodIsUnreachable() {
        thenEvents(Samples.event(1, "PENDING"), false);
        server.breaksFromNowOn();
        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> follow(server.settings()));
    }
}

package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.Take;

class NetworkTest {
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final Meeting MEETING = SampleMeetings.demo();
    private static final Take TAKE = MEETING.takes().getFirst();
    private static final int SIZE = 20_000;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private byte[] bytes;
    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("take.mp4"), bytes);
        simulator = Simulator.start(0, take -> file, List.of(MEETING));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        simulator.close();
    }

    @Test
    void anAnswerBeginsNotBeforeTheLatencyIsOver() throws Exception {
        simulator.network().latency(A_WHILE);
        var start = System.nanoTime();
        assertThat(get().body()).isEqualTo(bytes);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(A_WHILE);
    }

    @Test
    void aFileComesWholeAndNotBeforeItsBandwidthAllows() throws Exception {
        simulator.network().bandwidth(SIZE * 2);
        var start = System.nanoTime();
        assertThat(get().body()).isEqualTo(bytes);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(A_WHILE);
    }

    @Test
    void aRangeComesAtItsBandwidthToo() throws Exception {
        simulator.network().bandwidth(1_000_000);
        var answer = client.send(
                HttpRequest.newBuilder(simulator.fileOf(MEETING, TAKE))
                        .header("Range", "bytes=1-3")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).containsExactly(bytes[1], bytes[2], bytes[3]);
    }

    @Test
    void aStalledFileStopsHalfWayAndStaysOpenAndIsWholeTheNextTime() throws Exception {
        simulator.disturb(TAKE, new Fault.StallsFirst(1));
        var request = HttpRequest.newBuilder(simulator.fileOf(MEETING, TAKE)).build();
        var stalled = client.send(request, BodyHandlers.ofInputStream());
        try (var body = stalled.body()) {
            assertThat(stalled.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
            assertThat(body.readNBytes(SIZE / 2)).hasSize(SIZE / 2);
            assertThat(body.available()).isZero();
            assertThat(get().body()).isEqualTo(bytes);
            assertThat(body.available()).isZero();
        }
        assertThat(simulator.disturbed(TAKE)).isEqualTo(1);
    }

    @Test
    void aFileThatDripsComesByteByByteAndDoesNotEnd() throws Exception {
        simulator.disturb(TAKE, new Fault.DripsFirst(1));
        var request = HttpRequest.newBuilder(simulator.fileOf(MEETING, TAKE)).build();
        var dripping = client.send(request, BodyHandlers.ofInputStream());
        try (var body = dripping.body()) {
            assertThat(dripping.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
            assertThat(body.readNBytes(10)).isEqualTo(Arrays.copyOf(bytes, 10));
            assertThat(body.available()).isLessThan(SIZE / 2);
        }
        assertThat(get().body()).isEqualTo(bytes);
    }

    @Test
    void metadataThatDripDoNotEnd() {
        simulator.disturb(MEETING, new Fault.DripsFirst(1));
        assertNotAnswered(metadata());
    }

    @Test
    void stalledMetadataDoNotEnd() {
        simulator.disturb(MEETING, new Fault.StallsFirst(1));
        assertNotAnswered(metadata());
        assertThat(simulator.disturbed(MEETING)).isEqualTo(1);
    }

    private URI metadata() {
        var page = simulator.linkTo(MEETING).getPath().split("/");
        return simulator.base().resolve("/api/eventsessions/" + page[4] + "/record");
    }

    private void assertNotAnswered(URI address) {
        var answer = client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThatThrownBy(() -> answer.get(A_WHILE.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void mendedItIsFastAgain() throws Exception {
        simulator.network().latency(Duration.ofHours(1));
        simulator.network().bandwidth(100);
        simulator.mend();
        assertThat(get().body()).isEqualTo(bytes);
    }

    @Test
    void aNetworkThatIsFasterThanLightOrStandsStillIsRefused() {
        var network = simulator.network();
        assertThatIllegalArgumentException().isThrownBy(() -> network.latency(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> network.bandwidth(99));
    }

    private HttpResponse<byte[]> get() throws Exception {
        return client.send(
                HttpRequest.newBuilder(simulator.fileOf(MEETING, TAKE)).build(), BodyHandlers.ofByteArray());
    }
}

package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.simulator.TestFfmpeg;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.simulator.tone.ToneReading;
import org.webinararchiver.simulator.witness.Witness;

/** Twins are served as the platform serves them. What ffmpeg makes of a playlist is what a player would show. */
class TwinTest {
    @TempDir
    static Path folder;

    @Test
    void theFileHasOnlyTheSoundAndTheTwinHasThePicture() throws Exception {
        var take = take(TwinSpec.USUAL);
        try (var witness = Witness.of(TestFfmpeg.found(), studio().of(take))) {
            assertThat(witness.streams().video()).isEmpty();
        }
        var picture = studio().of(TwinPart.of(take, TwinSpec.USUAL, TwinPart.Stream.PICTURE)
                .getFirst());
        assertThat(Mp4Probe.probe(picture).video().orElseThrow().codec()).isEqualTo("vp09");
        assertThat(Mp4Probe.probe(picture).audio()).isEmpty();
        try (var witness = Witness.of(TestFfmpeg.found(), picture)) {
            assertThat(witness.see(at(1.02))).contains(new FrameReading(1, at(4)));
        }
        var sound = studio().of(
                        TwinPart.of(take, TwinSpec.USUAL, TwinPart.Stream.SOUND).getFirst());
        assertThat(Mp4Probe.probe(sound).audio().orElseThrow().codec()).isEqualTo("Opus");
        try (var witness = Witness.of(TestFfmpeg.found(), sound)) {
            assertThat(witness.hear(at(1.3))).containsExactly(new ToneReading(1, 4));
        }
    }

    @Test
    void theClockOfATwinBeginsWhereItIsTold() throws Exception {
        var spec = TwinSpec.USUAL.startingAt(Duration.ofMinutes(10)).breakingAt(lasting(2));
        var parts = TwinPart.of(take(spec), spec, TwinPart.Stream.PICTURE);
        assertThat(startOf(parts.get(0))).isEqualTo(Duration.ofMinutes(10));
        assertThat(startOf(parts.get(1))).isZero();
    }

    private static Duration startOf(TwinPart part) throws Exception {
        return Mp4Probe.probe(studio().of(part)).video().orElseThrow().start();
    }

    @Test
    void thePiecesOfAPlaylistJoinedAreThePart() throws Exception {
        var take = take(TwinSpec.USUAL);
        var meeting = meeting(take);
        try (var platform = Simulator.start(0, studio(), List.of(meeting))) {
            var twin = platform.base().resolve(Addresses.twin(meeting, take));
            var playlist = new String(get(twin.resolve("v2/index.m3u8")), StandardCharsets.UTF_8);
            assertThat(playlist).contains("#EXTINF:2.000000,", "#EXTINF:1.000000,", "#EXT-X-ENDLIST");
            var joined = new ByteArrayOutputStream();
            for (var name : List.of("init.mp4", "0.m4s", "1.m4s", "2.m4s")) {
                joined.write(get(twin.resolve("v2/0/" + name)));
            }
            var part =
                    TwinPart.of(take, TwinSpec.USUAL, TwinPart.Stream.PICTURE).getFirst();
            assertThat(joined.toByteArray()).isEqualTo(Files.readAllBytes(studio().of(part)));
            assertThat(platform.requests().countTwin(take)).isEqualTo(5);
            assertThat(platform.requests().count(PathKind.PLAYLIST)).isEqualTo(1);
            assertThat(platform.requests().count(PathKind.PIECE)).isEqualTo(4);
        }
    }

    @Test
    void aTakeWithoutATwinHasNoPlaylist() throws Exception {
        var meeting = Meeting.named("no-twin")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(1)))
                .written();
        try (var platform = Simulator.start(0, MediaFiles.none(), List.of(meeting))) {
            var twin = platform.base()
                    .resolve(Addresses.twin(meeting, meeting.takes().getFirst()));
            assertThat(ask(twin).statusCode()).isEqualTo(404);
        }
    }

    private static byte[] get(URI address) throws IOException, InterruptedException {
        var answer = ask(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<byte[]> ask(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static Studio studio() throws Exception {
        return new Studio(TestFfmpeg.found(), folder);
    }

    private static Meeting meeting(Take take) {
        return Meeting.named("twin")
                .lecturer(
                        "Anna",
                        anna -> anna.cameraInTwin(
                                take.at(), take.length(), take.twin().orElseThrow()))
                .written();
    }

    private static Take take(TwinSpec spec) {
        return Meeting.named("twin")
                .lecturer("Anna", anna -> anna.cameraInTwin(at(3), lasting(5), spec))
                .written()
                .takes()
                .getFirst();
    }
}

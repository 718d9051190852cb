package org.webinararchiver.simulator.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.simulator.TestFfmpeg;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PersonScript;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.tone.ToneReading;
import org.webinararchiver.simulator.witness.Witness;

class StudioTest {
    @TempDir
    private static Path cache;

    private static Ffmpeg ffmpeg;
    private static Studio studio;

    @BeforeAll
    static void openStudio() throws Exception {
        ffmpeg = TestFfmpeg.found();
        studio = new Studio(ffmpeg, cache);
    }

    static List<PictureSpec> pictures() {
        return List.of(
                PictureSpec.CAMERA,
                PictureSpec.CAMERA.withQuality(40),
                PictureSpec.CAMERA.withReorderedFrames(),
                PictureSpec.of(320, 240, 15).withQuality(35),
                PictureSpec.of(160, 90, 30));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void framesAndSoundSayTheWebinarsTimeAfterEncoding(PictureSpec picture) throws Exception {
        var take = onlyTake(anna -> anna.camera(at(61.2), lasting(2.4), picture));
        try (var witness = Witness.of(ffmpeg, studio.of(take))) {
            for (long within = 0; within < 2400; within += 171) {
                var frame = within * picture.framesPerSecond() / 1000;
                var shown = at(61.2).plusMillis(frame * 1000 / picture.framesPerSecond());
                assertThat(witness.see(Duration.ofMillis(within))).contains(new FrameReading(1, shown));
            }
            assertThat(witness.hear(at(0.3))).containsExactly(new ToneReading(1, 1));
            assertThat(witness.hear(at(1.3))).containsExactly(new ToneReading(1, 2));
        }
    }

    @Test
    void aTakeHasTheSizeLengthAndCodecsOfItsSpec() throws Exception {
        var take = onlyTake(anna -> anna.camera(at(5), lasting(5)));
        try (var witness = Witness.of(ffmpeg, studio.of(take))) {
            assertThat(witness.duration()).isBetween(at(4.99), at(5.03));
            var video = witness.streams().video().orElseThrow();
            assertThat(video.codec()).isEqualTo("h264");
            assertThat(video.width()).isEqualTo(640);
            assertThat(video.height()).isEqualTo(360);
            assertThat(video.duration()).isEqualTo(at(5));
            var audio = witness.streams().audio().orElseThrow();
            assertThat(audio.codec()).isEqualTo("aac");
            assertThat(audio.duration()).isEqualTo(at(5));
        }
    }

    @Test
    void aMicrophoneHasNoPictureAndAScreenNoSound() throws Exception {
        var microphone = onlyTake(anna -> anna.microphone(at(7), lasting(2)));
        try (var witness = Witness.of(ffmpeg, studio.of(microphone))) {
            assertThat(witness.streams().video()).isEmpty();
            assertThat(witness.see(at(1))).isEmpty();
            assertThat(witness.hear(at(1.5))).containsExactly(new ToneReading(1, 8));
        }
        var screen = onlyTake(anna -> anna.screen(at(7), lasting(2), PictureSpec.SCREEN));
        try (var witness = Witness.of(ffmpeg, studio.of(screen))) {
            assertThat(witness.streams().audio()).isEmpty();
            assertThat(witness.see(at(1.5))).contains(new FrameReading(129, at(8.5)));
            assertThat(witness.hear(at(1.5))).isEmpty();
        }
    }

    @Test
    void theSameTakeIsTheSameBytesInAnotherStudio(@TempDir Path other) throws Exception {
        var take = onlyTake(anna -> anna.camera(at(1), lasting(1)));
        var again = new Studio(ffmpeg, other).of(take);
        assertThat(studio.of(take)).hasSameBinaryContentAs(again);
    }

    @Test
    void aFileThatWasMadeIsKeptAndOneThatWasRemovedIsMadeAnew() throws Exception {
        var take = onlyTake(anna -> anna.microphone(at(1), lasting(1)));
        var file = studio.of(take);
        var made = Files.getLastModifiedTime(file);
        assertThat(studio.of(take)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);
        Files.delete(file);
        assertThat(studio.of(take)).exists();
    }

    @Test
    void takesOfAnotherSpecTimeOrPersonAreOtherFiles() {
        var version = ffmpeg.version();
        var keys = List.of(
                onlyTake(anna -> anna.camera(at(1), lasting(1))),
                onlyTake(anna -> anna.camera(at(2), lasting(1))),
                onlyTake(anna -> anna.camera(at(1), lasting(2))),
                onlyTake(anna -> anna.camera(at(1), lasting(1), PictureSpec.CAMERA.withQuality(24))),
                onlyTake(anna -> anna.microphone(at(1), lasting(1))),
                onlyTake(anna -> anna.screen(at(1), lasting(1), PictureSpec.CAMERA)));
        assertThat(keys).extracting(take -> TakeKey.of(take, version)).doesNotHaveDuplicates();
    }

    @Test
    void takesOfOneSpecCanBeJoinedWithoutEncodingAndTakesOfAnotherCanNot() throws Exception {
        var first = Mp4Probe.probe(studio.of(onlyTake(anna -> anna.camera(at(0), lasting(1)))));
        var later = Mp4Probe.probe(studio.of(onlyTake(anna -> anna.camera(at(77), lasting(2.3)))));
        var smaller = PictureSpec.of(320, 240, 15);
        var other = Mp4Probe.probe(studio.of(onlyTake(anna -> anna.camera(at(0), lasting(1), smaller))));
        assertThat(fingerprint(later)).isEqualTo(fingerprint(first));
        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(first));
        assertThat(later.audio().orElseThrow().fingerprint())
                .isEqualTo(first.audio().orElseThrow().fingerprint());
    }

    @Test
    void twoWhoWantOneTakeAtOnceGetOneWholeFile() throws Exception {
        var take = onlyTake(anna -> anna.camera(at(3), lasting(1)));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Path> making = () -> studio.of(take);
            var files = threads.invokeAll(Collections.nCopies(4, making));
            for (var file : files) {
                assertThat(Mp4Probe.probe(file.get()).duration()).isBetween(at(0.99), at(1.03));
            }
        }
    }

    @Test
    void nothingUnfinishedIsLeftBehind(@TempDir Path folder) throws Exception {
        var meeting = Meeting.named("several")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(4), lasting(1)))
                .written();
        new Studio(ffmpeg, folder).prepare(Set.of(meeting));
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allMatch(file -> file.toString().endsWith(".mp4"));
        }
    }

    @Test
    void anFfmpegThatFailsIsAnErrorWithItsWords(@TempDir Path folder) {
        var broken = new Ffmpeg(Path.of("/bin/false"), Path.of("/bin/false"), ffmpeg.version());
        var take = onlyTake(anna -> anna.camera(at(0), lasting(1)));
        assertThatThrownBy(() -> new Studio(broken, folder).of(take))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("false ended with code 1");
        assertThat(folder).isEmptyDirectory();
    }

    private static String fingerprint(MediaProbe probe) {
        return probe.video().orElseThrow().fingerprint();
    }

    private static Take onlyTake(Consumer<PersonScript> part) {
        return Meeting.named("one").lecturer("Anna", part).written().takes().getFirst();
    }
}

package org.webinararchiver.simulator.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.TestFfmpeg;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.simulator.tone.ToneReading;

class WitnessTest {
    private static final Meeting LECTURE = Meeting.named("lecture")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(8)))
            .participant("Boris", boris -> boris.microphone(at(2), lasting(4)))
            .written();

    @TempDir
    private static Path folder;

    private static Ffmpeg ffmpeg;
    private static Studio studio;
    private static Path good;

    @BeforeAll
    static void makeGoodFile() throws Exception {
        ffmpeg = TestFfmpeg.found();
        studio = new Studio(ffmpeg, folder.resolve("takes"));
        good = TestFfmpeg.make(
                folder.resolve("good.mp4"),
                "-i %1$s -i %2$s -filter_complex [1:a]adelay=2000[late];[0:a][late]amix=normalize=0 -map 0:v -c:v copy",
                file(0),
                file(1));
    }

    @Test
    void aGoodFileIsAsItShouldBe() throws Exception {
        var report = compare(good);
        assertThat(report.mismatches()).isEmpty();
        assertThat(report.placement().count()).isEqualTo(12);
        assertThat(report.placement().largest()).isLessThan(Duration.ofMillis(5));
        assertThat(report).asString().startsWith("As it should be").contains("12 voices measured");
    }

    @Test
    void everythingThatIsLateIsToldApart() throws Exception {
        var late = TestFfmpeg.make(
                folder.resolve("late.mp4"), "-i %s -vf tpad=start_duration=0.2:start_mode=clone -af adelay=200", good);
        assertThat(words(late))
                .contains("ms too late")
                .containsPattern("voice 1 is \\+(199|20[0-2]) ms")
                .contains("voice 2 is +20");
    }

    @Test
    void aPictureAloneThatIsLateIsToldApart() throws Exception {
        var late = TestFfmpeg.make(
                folder.resolve("late-picture.mp4"), "-itsoffset 0.2 -i %1$s -i %1$s -map 0:v -map 1:a -c copy", good);
        assertThat(words(late)).contains("ms too late").doesNotContain("voice");
    }

    @Test
    void soundAloneThatIsLateOrEarlyIsToldApart() throws Exception {
        var late = TestFfmpeg.make(folder.resolve("late-sound.mp4"), "-i %s -c:v copy -af adelay=200", good);
        assertThat(words(late))
                .containsPattern("voice 1 is \\+(199|20[0-2]) ms")
                .doesNotContain("source");
        var early = TestFfmpeg.make(
                folder.resolve("early-sound.mp4"),
                "-i %s -c:v copy -af atrim=0.2,asetpts=PTS-STARTPTS,apad=pad_dur=0.2",
                good);
        assertThat(words(early)).containsPattern("voice 1 is -(199|20[0-2]) ms").doesNotContain("source");
    }

    @Test
    void soundThatATimestampDelaysIsMeasuredWhereItIsPlayed() throws Exception {
        var late = TestFfmpeg.make(
                folder.resolve("late-by-timestamp.mp4"),
                "-i %1$s -itsoffset 0.3 -i %1$s -map 0:v -map 1:a -c copy",
                good);
        assertThat(words(late))
                .containsPattern("voice 1 is \\+(299|30[0-2]) ms")
                .doesNotContain("source");
    }

    @Test
    void aFrozenPictureIsToldApart() throws Exception {
        var frozen = TestFfmpeg.make(
                folder.resolve("frozen.mp4"),
                "-i %s -vf trim=end=4,tpad=stop_mode=clone:stop_duration=4 -c:a copy",
                good);
        var report = compare(frozen);
        assertThat(report.mismatches()).allSatisfy(mismatch -> {
            assertThat(mismatch.at()).isGreaterThan(at(4));
            assertThat(mismatch.words()).contains("shows its picture of 3.960 s");
        });
        assertThat(report.mismatches()).hasSizeGreaterThan(5);
    }

    @Test
    void aMissingVoiceIsToldApart() throws Exception {
        var report = compare(file(0));
        assertThat(report.mismatches()).isNotEmpty().allSatisfy(mismatch -> {
            assertThat(mismatch.words()).contains("voice 2");
            assertThat(mismatch.at()).isBetween(at(2), at(6));
        });
    }

    @Test
    void aVoiceThatWasNotThereIsToldApart() throws Exception {
        var alone = Meeting.named("alone")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(8)))
                .written();
        assertThat(compare(good, alone).toString()).contains("voice 2 is heard to say 3");
    }

    @Test
    void aPictureOfSomebodyElseAndABlackOneAreToldApart() throws Exception {
        var other = Meeting.named("other")
                .participant("Boris", boris -> {})
                .lecturer("Anna", anna -> anna.silentCamera(at(0), lasting(8), PictureSpec.CAMERA))
                .written();
        assertThat(compare(good, other).toString())
                .contains("source 2 is not seen")
                .contains("source 1 is seen, and was not there");
        var black = TestFfmpeg.make(folder.resolve("black.mp4"), "-i %s -vf drawbox=t=fill:c=black -c:a copy", good);
        assertThat(words(black)).contains("source 1 is not seen").doesNotContain("voice");
    }

    @Test
    void aFileThatEndsTooEarlyIsToldApart() throws Exception {
        var cut = TestFfmpeg.make(folder.resolve("cut.mp4"), "-i %s -t 6 -c copy", good);
        assertThat(words(cut)).contains("the file lasts 6.").contains("source 1 is not seen");
    }

    @Test
    void ofAVariableFrameRateTheFrameThatIsShownCounts() throws Exception {
        var sparse = TestFfmpeg.make(
                folder.resolve("sparse.mp4"), "-i %s -vf select=not(mod(n\\,25)) -fps_mode vfr -bf 2", good);
        try (var witness = Witness.of(ffmpeg, sparse)) {
            assertThat(witness.see(at(3))).contains(new FrameReading(1, at(3)));
            assertThat(witness.see(at(3.99))).contains(new FrameReading(1, at(3)));
            assertThat(witness.see(at(4))).contains(new FrameReading(1, at(4)));
            assertThat(witness.see(at(20))).isEmpty();
        }
    }

    @Test
    void manyInstantsAreObservedInTheirOrder() throws Exception {
        try (var witness = Witness.of(ffmpeg, good)) {
            var observations = witness.observe(List.of(at(5.3), at(2.5), at(5.3), at(7.9)));
            assertThat(observations).extracting(Observation::at).containsExactly(at(5.3), at(2.5), at(5.3), at(7.9));
            assertThat(observations.get(1).heard())
                    .containsExactlyInAnyOrder(new ToneReading(1, 2), new ToneReading(2, 2));
            assertThat(observations.get(1).seen().getFirst().reading()).isEqualTo(new FrameReading(1, at(2.48)));
            assertThat(witness.observe(List.of())).isEmpty();
        }
    }

    @Test
    void aSmallPictureInALargeOneIsReadWithItsPlace() throws Exception {
        var tile = TestFfmpeg.make(
                folder.resolve("tile.mp4"), "-i %s -vf scale=320:180,pad=1280:720:900:40 -c:a copy", good);
        try (var witness = Witness.of(ffmpeg, tile)) {
            var sighting = witness.observe(List.of(at(1))).getFirst().seen().getFirst();
            assertThat(sighting.reading()).isEqualTo(new FrameReading(1, at(1)));
            assertThat(sighting.area().x()).isBetween(896.0, 904.0);
            assertThat(sighting.area().y()).isBetween(25.0, 55.0);
        }
    }

    @Test
    void adjoiningFilesThatAreJoinedWithoutEncodingAreAsTheyShouldBe() throws Exception {
        var demo = SampleMeetings.demo();
        studio.prepare(List.of(demo));
        var list = new StringBuilder();
        for (var take : demo.takes()) {
            list.append("file '").append(studio.of(take)).append("'\n");
        }
        var names = Files.writeString(folder.resolve("list.txt"), list);
        var joined = TestFfmpeg.make(folder.resolve("joined.mp4"), "-f concat -safe 0 -i %s -c copy", names);
        var report = compare(joined, demo);
        assertThat(report.mismatches()).as(report.toString()).isEmpty();
    }

    @Test
    void whatIsNoMediaFileIsRefused() throws Exception {
        var text = Files.writeString(folder.resolve("text.mp4"), "not a film");
        assertThatThrownBy(() -> Witness.of(ffmpeg, text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.mp4");
    }

    private static Path file(int person) throws Exception {
        var wanted = LECTURE.people().get(person);
        return studio.of(LECTURE.takes().stream()
                .filter(take -> take.person().equals(wanted))
                .findFirst()
                .orElseThrow());
    }

    private static String words(Path file) throws Exception {
        return compare(file).mismatches().stream().map(Mismatch::words).collect(Collectors.joining("\n"));
    }

    private static Report compare(Path file) throws Exception {
        return compare(file, LECTURE);
    }

    private static Report compare(Path file, Meeting meeting) throws Exception {
        try (var witness = Witness.of(ffmpeg, file)) {
            return witness.compare(meeting.truth(), meeting.truth().instants(Duration.ofMillis(330)));
        }
    }
}

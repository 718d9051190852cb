package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.witness.Witness;

class CompilerTest extends CompilerUnderTest {
    @Test
    void filesOfOneFormAreCopied() throws Exception {
        var meeting = SampleMeetings.demo();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copiesAll()).isTrue();
        assertThat(file.gaps()).isEmpty();
        assertThat(file.duration()).isBetween(Duration.ofMillis(39_950), Duration.ofMillis(40_050));
        assertThat(file.size()).isEqualTo(Files.size(file.path()));
        assertIsTrue(file, meeting, OF_COPY);
    }

    @Test
    void framesThatAreStoredInAnotherOrderAreCopiedToo() throws Exception {
        var reordered = PictureSpec.CAMERA.withReorderedFrames();
        var meeting = Meeting.named("reordered")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(3), reordered)
                                .camera(at(3), lasting(2.4), reordered)
                                .camera(at(5.6), lasting(3), reordered))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, meeting, OF_COPY);
    }

    @Test
    void aHoleBetweenFilesIsBlackAndSilent() throws Exception {
        var meeting = SampleMeetings.withGap();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().words())
                .isEqualTo("0:12 of it is copied; the rest is encoded, since there is no picture from 0:06 to 0:09");
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, meeting, OF_COPY);
    }

    @Test
    void aFileOfAnotherSizeAndRateIsFittedIn() throws Exception {
        var meeting = SampleMeetings.withDifferingFile();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().words())
                .isEqualTo("0:08 of it is copied; the rest is encoded, since the file at 0:04 differs:"
                        + " 320x240 instead of 640x360");
        assertIsTrue(file, meeting, OF_RENDERING);
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.streams().video().orElseThrow().width()).isEqualTo(640);
        }
    }

    @Test
    void severalVoicesAreHeardAtOnce() throws Exception {
        var meeting = SampleMeetings.twoVoices();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, meeting, OF_COPY);
    }

    @Test
    void voicesOfOtherSampleRatesAreHeardToo() throws Exception {
        var meeting = Lectures.recordedAt(
                new int[] {48_000, 44_100, 16_000},
                Meeting.named("sample-rates")
                        .lecturer("Anna", anna -> anna.camera(at(0), lasting(4)))
                        .participant("Boris", boris -> boris.microphone(at(1), lasting(2)))
                        .participant("Clara", clara -> clara.microphone(at(1.5), lasting(2)))
                        .written());

        assertIsTrue(compile(RecordedMeeting.of(meeting)), meeting, OF_COPY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClipFromTheMiddleOfAFileIsShownAtItsPlace(boolean isReordered) throws Exception {
        var spec = isReordered ? PictureSpec.CAMERA.withReorderedFrames() : PictureSpec.CAMERA;
        var whole = Meeting.named("whole")
                .lecturer("Anna", anna -> anna.camera(at(1), lasting(9), spec))
                .lastingInAll(12)
                .written();
        var shown = Meeting.named("whole")
                .lecturer("Anna", anna -> anna.camera(at(4.31), lasting(4.19), spec))
                .lastingInAll(12)
                .written();

        var file = compile(RecordedMeeting.of(whole).cut(Duration.ofMillis(3310), Duration.ofMillis(1500)));

        assertIsTrue(file, shown, OF_RENDERING);
    }

    @Test
    void aClipIsCutAtItsEndWithoutRendering() throws Exception {
        var reordered = PictureSpec.CAMERA.withReorderedFrames();
        var whole = Meeting.named("overlapping")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(4), reordered).camera(at(3.5), lasting(3.5), reordered))
                .written();
        var shown = Meeting.named("overlapping")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(3.5), reordered).camera(at(3.5), lasting(3.5), reordered))
                .written();

        var file = compile(RecordedMeeting.of(whole));

        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, shown, OF_COPY);
    }

    @Test
    void sixtyFilesDoNotDriftApart() throws Exception {
        var meeting = Meeting.named("sixty-files")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(120), lasting(2)))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, meeting, OF_COPY);
    }

    @Test
    void unevenFilesDoNotDriftApartWhenRendered() throws Exception {
        var meeting = Meeting.named("uneven-files")
                .lecturer("Anna", anna -> {
                    for (int file = 0; file < 25; file++) {
                        anna.camera(at(file * 0.97), lasting(0.97), PictureSpec.of(320 + 2 * file, 240, 25));
                    }
                })
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().rendersAll()).isTrue();
        assertIsTrue(file, meeting, OF_RENDERING);
    }

    @Test
    void unevenFilesDoNotDriftApartWhenEveryOtherIsRendered() throws Exception {
        var small = PictureSpec.of(320, 240, 25);
        var meeting = Meeting.named("every-other-file")
                .lecturer("Anna", anna -> {
                    for (int file = 0; file < 24; file++) {
                        var spec = file % 2 == 0 ? PictureSpec.CAMERA : small;
                        anna.camera(at(file * 0.973), lasting(0.973), spec);
                    }
                })
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copied()).hasSize(12);
        assertIsTrue(file, meeting, OF_RENDERING, Duration.ofMillis(300));
    }

    @Test
    void aRecordingWithoutSoundHasASilentTrack() throws Exception {
        var meeting = Meeting.named("silent")
                .lecturer("Anna", anna -> anna.silentCamera(at(0), lasting(3), PictureSpec.CAMERA))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertIsTrue(file, meeting, OF_COPY);
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.streams().audio()).isPresent();
        }
    }

    @Test
    void aShortHoleAtTheBeginningIsNoReasonToRender() throws Exception {
        var meeting = Meeting.named("late-start")
                .lecturer("Anna", anna -> anna.camera(at(0.32), lasting(3)).camera(at(3.32), lasting(3)))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, meeting, OF_COPY);
    }

    @Test
    void nothingAtAllIsAFailureOfTheRecording() throws Exception {
        Files.createDirectories(folder.resolve("scratch"));
        var request = RecordedMeeting.of(SampleMeetings.empty()).request(folder);

        assertThatThrownBy(() -> compile(request))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure())
                                .isInstanceOf(Failure.OfRecording.class)
                                .extracting(Failure::reason)
                                .isEqualTo("nothing-to-show"));
    }

    @Test
    void aRecordingThatClaimsToLastTooLongIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("scratch"));
        var request = RecordedMeeting.of(SampleMeetings.demo()).request(folder);
        var strict = new Compiler(TestFfmpeg.runner(), new CompileSettings(1, Duration.ofSeconds(39)));

        assertThatThrownBy(() -> strict.compile(request, CompileProgress.IGNORED))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure().reason()).isEqualTo("too-long"));
    }

    @Test
    void anOldFileOfThatNameIsReplaced() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.withGap());
        Files.writeString(folder.resolve("finished.mp4"), "old");

        assertThat(compile(recorded).size()).isGreaterThan(10_000);
    }
}

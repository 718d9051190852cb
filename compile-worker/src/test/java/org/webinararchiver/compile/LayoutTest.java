package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.layout.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.witness.Witness;

/** Everybody who has a picture is seen in it, at the time of that picture. */
class LayoutTest extends CompilerUnderTest {
    private static final Duration OF_COMPOSITION = Duration.ofMillis(40);

    private static final Meeting MEETING = Meeting.named("composed")
            .titled("Rivers, seen together")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(30), lasting(5)))
            .participant("Boris", boris -> boris.camera(at(4.3), lasting(12.4)).microphone(at(20), lasting(5)))
            .participant(
                    "Clara",
                    clara ->
                            clara.screen(at(8), lasting(10), PictureSpec.SCREEN).camera(at(8), lasting(20)))
            .written();

    @Test
    void everybodyIsBesideTheSharedScreen() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var file = compile(recorded.request(
                folder, MEETING.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P1080)));

        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofMillis(300));
    }

    @Test
    void everybodyIsInAGallery() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var file = compile(recorded.request(
                folder, MEETING.title(), Look.USUAL.with(Layout.GALLERY).with(Quality.P720)));

        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofMillis(700));
    }

    /** Nobody has a picture for a while, then somebody, then nobody again. */
    @Test
    void whileNothingMovesThereAreCardsAndEverybodyIsHeard() throws Exception {
        var meeting = Meeting.named("cards")
                .lecturer("Anna", anna -> anna.microphone(at(0), lasting(30)).camera(at(10), lasting(8)))
                .participant("Boris", boris -> boris.microphone(at(3), lasting(20)))
                .written();
        var file = compile(RecordedMeeting.of(meeting)
                .request(folder, meeting.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P720)));

        assertIsTrue(file, meeting, OF_COMPOSITION, Duration.ofMillis(500));
    }

    @Test
    void ofSoundAloneEveryVoiceIsHeardAndNothingIsSeen() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var file = compile(recorded.request(folder, MEETING.title(), Look.USUAL.with(Layout.AUDIO)));

        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.streams().video()).isEmpty();
            assertThat(witness.duration()).isCloseTo(MEETING.duration(), Duration.ofMillis(100));
            for (var onset : MEETING.truth().onsets()) {
                assertThat(witness.placementError(onset.participant(), onset.second()))
                        .hasValueSatisfying(error -> assertThat(error.abs()).isLessThan(Duration.ofMillis(20)));
            }
        }
    }
}

package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.marker.Sighting;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.picture.SlidePainter;
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
            .slide(at(2), 1, 1)
            .slide(at(5.5), 1, 2)
            .slide(at(20), 1, 1)
            .slide(at(24), 2, 7)
            .deckPutAway(at(28), 2)
            .message(at(3), "Clara Дубровская", "Good evening! Добрый вечер 👋")
            .question(at(11), "דן", "מתי נתחיל?")
            .written();

    @Test
    void everybodyIsBesideTheSharedScreen() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var file = compile(recorded.request(
                folder, MEETING.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P1080)));

        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofMillis(300));
        assertSlidesAreSeen(file);
    }

    /** Wherever no screen is shared. */
    private static void assertSlidesAreSeen(CompiledFile file) throws Exception {
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var instants = MEETING.truth().instants(Duration.ofMillis(300)).stream()
                    .filter(instant -> instant.compareTo(at(8)) < 0 || instant.compareTo(at(18)) > 0)
                    .toList();
            for (var observation : witness.observe(instants)) {
                var slide = MEETING.truth().at(observation.at()).slide();
                assertThat(observation.seen().stream().map(Sighting::reading).filter(SlidePainter::isSlide))
                        .as("at %s", observation.at())
                        .containsExactlyElementsOf(slide.stream().toList());
            }
        }
    }

    @Test
    void everybodyIsInAGallery() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var file = compile(recorded.request(
                folder, MEETING.title(), Look.USUAL.with(Layout.GALLERY).with(Quality.P720)));

        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofMillis(700));
    }

    @Test
    void aSlideThatIsNoPictureIsToldAndEverythingElseIsThere() throws Exception {
        var noPicture = Files.writeString(folder.resolve("slide.png"), "<html>Not found</html>");
        var recorded = RecordedMeeting.of(MEETING).withSlide(1, 2, noPicture);
        var file = compile(recorded.request(
                folder, MEETING.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P720)));

        assertThat(file.unreadable()).containsExactly(RecordedMeeting.slideId(1, 2));
        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofSeconds(1));
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

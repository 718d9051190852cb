package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.witness.Observation;
import org.webinararchiver.simulator.witness.Witness;

/** Where one thing is shown after another: that it is the right one, of the right moment, up to the join. */
class SwitchTest extends CompilerUnderTest {
    /** As seldom as a screen that hardly moves. */
    private static final PictureSpec SCREEN_OF_CAMERAS_SIZE = PictureSpec.of(640, 360, 10);

    private static final Duration FRAME = Duration.ofMillis(40);
    private static final Duration SLOW_FRAME = Duration.ofMillis(100);
    private static final int ANNA = 1;
    private static final int BORIS = 2;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCameraIsCopiedToEitherSideOfAScreen(boolean isReordered) throws Exception {
        var camera = isReordered ? PictureSpec.CAMERA.withReorderedFrames() : PictureSpec.CAMERA;
        var meeting = Meeting.named("screen-over-camera")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(20), camera)
                                .screen(at(7.3), lasting(4.62), SCREEN_OF_CAMERAS_SIZE))
                .written();
        var shown = Meeting.named("screen-over-camera")
                .lecturer(
                        "Anna",
                        anna -> anna.silentCamera(at(0), lasting(7.3), camera)
                                .screen(at(7.3), lasting(4.62), SCREEN_OF_CAMERAS_SIZE)
                                .silentCamera(at(11.92), lasting(8.08), camera)
                                .microphone(at(0), lasting(20)))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copied())
                .extracting(footage -> footage.at(), footage -> footage.end())
                .containsExactly(tuple(at(0), at(7.3)), tuple(at(12), at(20)));
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, shown, OF_RENDERING, Duration.ofMillis(300));
        int screen = meeting.people().getFirst().screen();
        assertSwitches(file, at(7.3), isReordered ? Duration.ofMillis(80) : Duration.ZERO, ANNA, screen);
        assertSwitches(file, at(11.92), Duration.ZERO, screen, ANNA);
        assertStays(file, at(12), ANNA);
    }

    @Test
    void aLargerScreenIsCopiedAndTheCameraIsFittedIn() throws Exception {
        var meeting = Meeting.named("large-screen")
                .lecturer(
                        "Anna",
                        anna -> anna.cameraInFiles(at(0), at(15), lasting(5))
                                .screen(at(6.04), lasting(5), PictureSpec.SCREEN))
                .written();
        var shown = Meeting.named("large-screen")
                .lecturer(
                        "Anna",
                        anna -> anna.silentCamera(at(0), lasting(6.04), PictureSpec.CAMERA)
                                .screen(at(6.04), lasting(5), PictureSpec.SCREEN)
                                .silentCamera(at(11.04), lasting(3.96), PictureSpec.CAMERA)
                                .microphone(at(0), lasting(15)))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copied()).hasSize(1);
        assertIsTrue(file, shown, Duration.ofMillis(60), Duration.ofMillis(300));
        int screen = meeting.people().getFirst().screen();
        assertSwitches(file, at(6.04), Duration.ZERO, ANNA, screen);
        assertSwitches(file, at(11.04), Duration.ZERO, screen, ANNA);
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.streams().video().orElseThrow().width()).isEqualTo(1280);
        }
    }

    @Test
    void somebodyElseIsShownWhereTheLecturersFileIsLost() throws Exception {
        var meeting = Meeting.named("lost-lecturer")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(12), lasting(4)))
                .participant("Boris", boris -> boris.camera(at(0), lasting(12)))
                .written();
        var shown = Meeting.named("lost-lecturer")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(4)).camera(at(8), lasting(4)))
                .participant(
                        "Boris",
                        boris -> boris.silentCamera(at(4), lasting(4), PictureSpec.CAMERA)
                                .microphone(at(0), lasting(12)))
                .written();

        var file = compile(RecordedMeeting.of(meeting).without(2));

        assertThat(file.gaps()).hasSize(1);
        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, shown, OF_COPY, Duration.ofMillis(300));
        assertSwitches(file, at(4), Duration.ZERO, ANNA, BORIS);
        assertSwitches(file, at(8), Duration.ZERO, BORIS, ANNA);
    }

    @Test
    void everyHoleIsBlackAndEverythingElseIsCopied() throws Exception {
        var reordered = PictureSpec.CAMERA.withReorderedFrames();
        var meeting = Meeting.named("holes")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(1.013), lasting(3), reordered)
                                .camera(at(4.813), lasting(2.4), reordered)
                                .camera(at(9.337), lasting(3), reordered))
                .lastingInAll(14)
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.picture().copied()).hasSize(3);
        assertIsTrue(file, meeting, OF_COPY, Duration.ofMillis(200));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            for (var black : List.of(at(0.99), at(4.05), at(4.78), at(7.26), at(9.3), at(12.38), at(13.9))) {
                assertThat(witness.see(black)).as("at %s", black).isEmpty();
            }
            for (var seen : List.of(at(1.05), at(4.0), at(4.85), at(7.2), at(9.37), at(12.32))) {
                assertThat(witness.see(seen)).as("at %s", seen).isPresent();
            }
        }
    }

    /** Frame by frame to either side of an instant; the last frame before it may be missing for a while. */
    private static void assertSwitches(CompiledFile file, Duration instant, Duration held, int before, int after)
            throws Exception {
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            for (var seen : witness.observe(around(instant, -400, -25))) {
                assertShows(seen, before, held);
            }
            for (var seen : witness.observe(around(instant, 25, 400))) {
                assertShows(seen, after, Duration.ZERO);
            }
        }
    }

    private static void assertStays(CompiledFile file, Duration instant, int source) throws Exception {
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            for (var seen : witness.observe(around(instant, -60, 400))) {
                assertShows(seen, source, Duration.ZERO);
            }
        }
    }

    private static List<Duration> around(Duration instant, int fromMillis, int toMillis) {
        var instants = new ArrayList<Duration>();
        for (int millis = fromMillis; millis <= toMillis; millis += 20) {
            instants.add(instant.plusMillis(millis));
        }
        return instants;
    }

    private static void assertShows(Observation observed, int source, Duration held) {
        assertThat(observed.seen()).as("at %s", observed.at()).singleElement().satisfies(seen -> {
            assertThat(seen.reading().source()).as("at %s", observed.at()).isEqualTo(source);
            var frame = source > BORIS ? SLOW_FRAME : FRAME;
            var late = observed.at().minus(seen.reading().time());
            assertThat(late)
                    .as("how late at %s", observed.at())
                    .isBetween(OF_RENDERING.negated(), frame.plus(OF_RENDERING).plus(held));
        });
    }
}

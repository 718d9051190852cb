package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.picture.SlidePainter;
import org.webinararchiver.simulator.witness.Witness;

/**
 * Who is seen in each layout of a finished file, which slide, and who is heard: that alone, at its time, from the
 * beginning to the end.
 */
class SeenInLayoutsTest extends CompilerUnderTest {
    private static final int ANNA = 1;
    private static final int BORIS = 2;
    private static final int CLARA = 3;
    private static final int SCREEN_OF_BORIS = 130;

    private static final PictureSpec SMALL = PictureSpec.of(320, 180, 25);

    /** Cameras are silent, and whoever speaks has a microphone besides, so that it is known who speaks. */
    private static final Meeting MEETING = Meeting.named("seen-in-layouts")
            .titled("Who is seen")
            .lecturer(
                    "Anna",
                    anna -> anna.silentCamera(at(0), lasting(30), SMALL)
                            .silentCamera(at(30), lasting(30), SMALL)
                            .microphone(at(0), lasting(12))
                            .microphone(at(30), lasting(12)))
            .participant(
                    "Boris",
                    boris -> boris.silentCamera(at(2), lasting(50), SMALL)
                            .microphone(at(14), lasting(10))
                            .screen(at(32), lasting(8), PictureSpec.of(640, 360, 10)))
            .participant("Clara", clara -> clara.silentCamera(at(5), lasting(20), SMALL))
            .participant("Dina", dina -> dina.microphone(at(20), lasting(8)))
            .slide(at(4), 1, 1)
            .slide(at(16), 1, 2)
            .slide(at(26), 2, 7)
            .deckPutAway(at(44), 2)
            .message(at(46), "Вера", "Спасибо!")
            .written();

    /** What is seen between two seconds. */
    private record Shown(double from, double until, Set<Integer> sources, List<Integer> slide) {
        boolean holds(Duration instant) {
            return at(from).compareTo(instant) <= 0 && instant.compareTo(at(until)) < 0;
        }
    }

    private static final List<Integer> NONE = List.of();
    private static final List<Integer> FIRST = List.of(1, 1);
    private static final List<Integer> SECOND = List.of(1, 2);
    private static final List<Integer> OTHER = List.of(2, 7);

    private static Shown seen(double from, double until, List<Integer> slide, Integer... sources) {
        return new Shown(from, until, Arrays.stream(sources).collect(Collectors.toSet()), slide);
    }

    @Test
    void inAGalleryEverybodyIsSeenWithTheStageAmongThem() throws Exception {
        assertSeen(
                Look.USUAL.with(Layout.GALLERY),
                seen(0, 2, NONE, ANNA),
                seen(2, 4, NONE, ANNA, BORIS),
                seen(4, 5, FIRST, ANNA, BORIS),
                seen(5, 16, FIRST, ANNA, BORIS, CLARA),
                seen(16, 25, SECOND, ANNA, BORIS, CLARA),
                seen(25, 26, SECOND, ANNA, BORIS),
                seen(26, 32, OTHER, ANNA, BORIS),
                seen(32, 40, NONE, ANNA, BORIS, SCREEN_OF_BORIS),
                seen(40, 44, OTHER, ANNA, BORIS),
                seen(44, 52, NONE, ANNA, BORIS),
                seen(52, 60, NONE, ANNA));
    }

    @Test
    void besideTheStageIsWhoeverSpeaksOrSpokeLast() throws Exception {
        assertSeen(
                Look.USUAL.with(Layout.SPEAKER),
                seen(0, 2, NONE, ANNA),
                seen(2, 4, NONE, ANNA, BORIS),
                seen(4, 14, FIRST, ANNA),
                seen(14, 16, FIRST, BORIS),
                seen(16, 24, SECOND, BORIS),
                // Dina, who has no camera, goes on after him.
                seen(29, 30, OTHER, BORIS),
                seen(30, 32, OTHER, ANNA),
                seen(32, 40, NONE, ANNA, SCREEN_OF_BORIS),
                seen(40, 44, OTHER, ANNA),
                seen(44, 52, NONE, ANNA, BORIS),
                seen(52, 60, NONE, ANNA));
    }

    @Test
    void theStageAloneHasNobodyBesideIt() throws Exception {
        assertSeen(
                Look.USUAL.with(Layout.STAGE),
                seen(0, 4, NONE, ANNA),
                seen(4, 16, FIRST),
                seen(16, 26, SECOND),
                seen(26, 32, OTHER),
                seen(32, 40, NONE, SCREEN_OF_BORIS),
                seen(40, 44, OTHER),
                seen(44, 60, NONE, ANNA));
    }

    @Test
    void whoeverDoesNotSpeakIsHiddenButTheLecturerStays() throws Exception {
        assertSeen(
                new Look(Layout.AUTO, Quality.SOURCE, true, true),
                seen(0, 4, NONE, ANNA),
                seen(4, 14, FIRST, ANNA),
                seen(14, 16, FIRST, ANNA, BORIS),
                seen(16, 24, SECOND, ANNA, BORIS),
                seen(24, 26, SECOND, ANNA),
                seen(26, 32, OTHER, ANNA),
                seen(32, 40, NONE, ANNA, SCREEN_OF_BORIS),
                seen(40, 44, OTHER, ANNA),
                seen(44, 60, NONE, ANNA));
    }

    private void assertSeen(Look look, Shown... shown) throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var file = compile(recorded.request(folder, MEETING.title(), look.with(Quality.P720)));

        assertThat(file.gaps()).isEmpty();
        assertThat(file.duration()).isCloseTo(MEETING.duration(), Duration.ofMillis(60));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var instants = MEETING.truth().instants(Duration.ofMillis(350)).stream()
                    .filter(instant -> isClear(instant, shown))
                    .toList();
            assertThat(instants).hasSizeGreaterThan(100);
            var watched = new Watched(MEETING, witness, instants);
            watched.assertSources(instant -> shownAt(instant, shown).sources());
            watched.assertSlides(instant -> Stream.of(shownAt(instant, shown).slide())
                    .filter(slide -> !slide.isEmpty())
                    .map(slide -> SlidePainter.reading(slide.get(0), slide.get(1)))
                    .toList());
            watched.assertEveryVoiceIsHeard();
            watched.assertNothingIsFrozen();
            watched.assertNothingDrifts();
            if (look.layout() != Layout.STAGE) {
                watched.assertVoicesFitPictures();
            }
        }
    }

    /** Within half a second of it, nobody can tell exactly when somebody begins or ends to speak. */
    private static boolean isClear(Duration instant, Shown... shown) {
        return Arrays.stream(shown).anyMatch(each -> each.holds(instant))
                && Arrays.stream(shown)
                        .flatMap(each -> Stream.of(each.from(), each.until()))
                        .noneMatch(change -> instant.minus(at(change)).abs().compareTo(Duration.ofMillis(500)) < 0);
    }

    private static Shown shownAt(Duration instant, Shown... shown) {
        return Arrays.stream(shown)
                .filter(each -> each.holds(instant))
                .findFirst()
                .orElseThrow();
    }

    /** A file that begins only now looks the same: no pixel remembers who left and what was shown. */
    @Test
    void nothingIsLeftOfWhatWasShownBefore() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var look = Look.USUAL.with(Layout.AUTO).with(Quality.P720);
        var whole = compile(recorded.request(folder, MEETING.title(), look));
        var before = Files.move(whole.path(), folder.resolve("whole.mp4"));

        // Multiples of 80 ms, which a picture of little movement is shown for.
        for (var begin : List.of(at(28.64), at(40.64), at(44.4))) {
            var window = new ManifestWindow(begin, Optional.of(lasting(1.4)));
            var part = compile(recorded.request(folder, MEETING.title(), look, window));
            // Both files have a frame at it, which is found by a moment before.
            var instant = lasting(0.795);
            Frame.of(before, begin.plus(instant)).assertLooksLike(Frame.of(part.path(), instant));
        }
    }
}

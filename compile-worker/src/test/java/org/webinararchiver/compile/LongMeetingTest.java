package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.MeetingScript;
import org.webinararchiver.simulator.meeting.Moment;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.witness.Witness;

/** Three hours in more than 1,500 files. */
@Tag("large")
class LongMeetingTest extends CompilerUnderTest {
    private static final int LENGTH = 3 * 60 * 60;
    private static final long MOST_SCRATCH = 2_000_000_000;

    private static final PictureSpec SMALL = PictureSpec.of(320, 180, 5);

    /** The lecturer's camera is on for the first, the middle and the last ten minutes. */
    private static boolean isFilmed(int second) {
        return second < 600 || second >= 5100 && second < 5700 || second >= 10_200;
    }

    /** @param each how many seconds each file lasts */
    private static MeetingScript filmed(String key, int each) {
        var script = Meeting.named(key).titled("Three hours").lecturer("Anna", anna -> {
            for (int second = 0; second < LENGTH; second += each) {
                if (isFilmed(second)) {
                    anna.camera(at(second), lasting(Math.min(each, LENGTH - second)), SMALL);
                }
            }
        });
        for (int slide = 0; slide < 45; slide++) {
            script.slide(at(300 + 200 * slide), 1 + slide % 3, 1 + slide % 7);
        }
        script.deckPutAway(at(300 + 200 * 45), 3);
        for (int message = 0; message < 150; message++) {
            script.message(at(31 + 70 * message), "Вера", "Message " + message);
        }
        return script;
    }

    /** What somebody says repeats every ten seconds, so few files have all of it. */
    private static Take alike(Take take) {
        return new Take(
                take.file(),
                take.person(),
                take.kind(),
                take.picture().isPresent()
                        ? take.at()
                        : Duration.ofSeconds(take.at().toSeconds() % 10),
                take.length(),
                take.picture(),
                take.sound());
    }

    @Test
    void everythingIsAtItsTimeFromTheBeginningToTheEnd() throws Exception {
        var each = 7;
        var script = filmed("three-hours", each);
        for (int person = 0; person < 3; person++) {
            int turn = person;
            script.participant("Person " + person, somebody -> {
                for (int second = each * turn; second < LENGTH; second += 3 * each) {
                    if (!isFilmed(second)) {
                        somebody.microphone(at(second), lasting(each));
                    }
                }
            });
        }

        assertIsTrue(script.written(), Quality.P480);
    }

    /** All voices are mixed, which takes minutes. Beside three cards, the film is too small at 480p for its marker. */
    @Test
    void everybodyIsHeardAtTheirTimeWhereAllSpeakAtOnce() throws Exception {
        var each = 20;
        var script = filmed("three-hours-at-once", each);
        for (int person = 0; person < 3; person++) {
            script.participant("Person " + person, somebody -> {
                for (int second = 0; second < LENGTH; second += each) {
                    somebody.microphone(at(second), lasting(each));
                }
            });
        }

        assertIsTrue(script.written(), Quality.P720);
    }

    private void assertIsTrue(Meeting meeting, Quality quality) throws Exception {
        assertThat(meeting.takes()).hasSizeGreaterThan(1_500);
        var recorded = RecordedMeeting.of(meeting, LongMeetingTest::alike);
        var request = recorded.request(
                folder, meeting.title(), Look.USUAL.with(Layout.AUTO).with(quality));

        CompiledFile file;
        try (var scratch = FolderSize.watched(request.scratch())) {
            file = compile(request);
            assertThat(scratch.largest()).isBetween(1L, MOST_SCRATCH);
        }

        assertThat(file.gaps()).isEmpty();
        assertThat(file.duration()).isCloseTo(meeting.duration(), Duration.ofMillis(100));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var watched = new Watched(meeting, witness, instants());
            watched.assertSources(instant -> visible(meeting, instant));
            watched.assertSlides(
                    instant -> meeting.truth().at(instant).slide().stream().toList());
            watched.assertNothingIsFrozen();
            watched.assertNothingDrifts();
            watched.assertVoicesFitPictures();
            assertEveryToneIsHeard(meeting, witness);
        }
    }

    private static Set<Integer> visible(Meeting meeting, Duration instant) {
        return meeting.truth().at(instant).visible().stream()
                .map(Moment.Visible::source)
                .collect(Collectors.toSet());
    }

    /** Most while the camera is on. */
    private static List<Duration> instants() {
        return Stream.of(
                        seconds(7, 600, 30),
                        seconds(637, 5100, 400),
                        seconds(5107, 5700, 40),
                        seconds(5737, 10_200, 400),
                        seconds(10_207, LENGTH, 30))
                .flatMapToLong(each -> each)
                .mapToObj(second -> Duration.ofMillis(second * 1000 + 460))
                .toList();
    }

    private static LongStream seconds(long from, long until, long apart) {
        return LongStream.iterate(from, second -> second < until, second -> second + apart);
    }

    private static void assertEveryToneIsHeard(Meeting meeting, Witness witness) {
        for (var second = 0; second < LENGTH; second++) {
            var instant = Duration.ofMillis(second * 1000L + 500);
            assertThat(witness.hear(instant))
                    .as("who is heard at %s", instant)
                    .isEqualTo(meeting.truth().at(instant).audible());
        }
    }
}

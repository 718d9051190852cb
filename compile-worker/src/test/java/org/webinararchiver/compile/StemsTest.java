package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.tone.ToneReading;
import org.webinararchiver.simulator.tone.ToneScale;
import org.webinararchiver.simulator.witness.Witness;

/** The sound of each participant by itself. */
class StemsTest extends CompilerUnderTest {
    private static final long SECONDS = 18;
    private static final Duration MIDDLE = Duration.ofMillis(550);

    private static final Meeting TALK = Meeting.named("stems")
            .titled("Rivers")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(6)).microphone(at(9), lasting(5)))
            .participant("../Борис", boris -> boris.microphone(at(4), lasting(7)))
            .participant("anna", other -> other.microphone(at(12), lasting(3)))
            .participant("Silent", silent -> silent.silentCamera(at(0), lasting(3), PictureSpec.CAMERA))
            .lastingInAll(SECONDS)
            .written();

    @Test
    void everybodyWhoIsHeardHasOneAndItHoldsNothingOfOthers() throws Exception {
        var file = compile(RecordedMeeting.of(TALK).withStems());

        assertThat(heard(file))
                .isEqualTo(Map.of(
                        "stem-Anna.m4a", tones(1, 0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13),
                        "stem-_Борис.m4a", tones(2, 4, 5, 6, 7, 8, 9, 10),
                        "stem-anna-2.m4a", tones(3, 12, 13, 14)));
    }

    @Test
    void progressIsToldUntilTheLastOneIsMade() throws Exception {
        var told = new ConcurrentLinkedDeque<Double>();
        var request = RecordedMeeting.of(TALK).withStems().request(folder);

        new Compiler(TestFfmpeg.runner(), CompileSettings.usual()).compile(request, (stage, share) -> {
            if (stage == CompileProgress.Stage.STEMS) {
                told.add(share);
            }
        });

        assertThat(told).hasSizeGreaterThanOrEqualTo(3);
        assertThat(told.getLast()).isEqualTo(1, within(0.001));
    }

    @Test
    void allAreOnOneClockAndAsLongAsTheRecording() throws Exception {
        var file = compile(RecordedMeeting.of(TALK).withStems());

        assertThat(errors(file, "stem-Anna.m4a", 1)).hasSizeGreaterThan(5).allSatisfy(StemsTest::isOnTime);
        assertThat(errors(file, "stem-_Борис.m4a", 2)).hasSizeGreaterThan(5).allSatisfy(StemsTest::isOnTime);
        for (var stem : stems(file).values()) {
            try (var witness = Witness.of(TestFfmpeg.installation(), stem)) {
                assertThat(witness.duration()).isBetween(Duration.ofMillis(17_970), Duration.ofMillis(18_030));
            }
        }
    }

    @Test
    void voicesThatCanNotBeCopiedAreEncodedAtTheirPlaces() throws Exception {
        var meeting = Lectures.recordedAt(
                new int[] {48_000, 44_100},
                Meeting.named("stems-of-two-rates")
                        .lecturer(
                                "Anna",
                                anna -> anna.microphone(at(0), lasting(4)).microphone(at(6), lasting(4)))
                        .lastingInAll(SECONDS)
                        .written());

        var file = compile(RecordedMeeting.of(meeting).withStems());

        assertThat(heard(file)).isEqualTo(Map.of("stem-Anna.m4a", tones(1, 0, 1, 2, 3, 6, 7, 8, 9)));
        assertThat(errors(file, "stem-Anna.m4a", 1)).hasSizeGreaterThan(5).allSatisfy(StemsTest::isOnTime);
    }

    @Test
    void damageCostsItsOwnSoundAlone() throws Exception {
        var recorded = RecordedMeeting.of(TALK);
        var broken = Broken.withoutData(recorded.file(2), folder.resolve("broken.mp4"));

        var file = compile(recorded.with(2, broken).withStems());

        assertThat(heard(file))
                .isEqualTo(Map.of(
                        "stem-Anna.m4a", tones(1, 0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13),
                        "stem-_Борис.m4a", tones(2),
                        "stem-anna-2.m4a", tones(3, 12, 13, 14)));
    }

    @Test
    void soundAloneHasThemToo() throws Exception {
        var request = RecordedMeeting.of(TALK).withStems().request(folder, "Rivers", Look.USUAL.with(Layout.AUDIO));

        assertThat(stems(compile(request))).containsOnlyKeys("stem-Anna.m4a", "stem-_Борис.m4a", "stem-anna-2.m4a");
    }

    @Test
    void whoDoesNotWantThemHasNone() throws Exception {
        assertThat(stems(compile(RecordedMeeting.of(TALK)))).isEmpty();
    }

    private static SortedMap<String, Path> stems(CompiledFile file) {
        var stems = new TreeMap<String, Path>();
        file.companions().forEach((companion, path) -> {
            if (companion.ending().startsWith("stem-")) {
                stems.put(companion.ending(), path);
            }
        });
        return stems;
    }

    /** In the middle of every second, by the stems' names. */
    private static Map<String, List<List<ToneReading>>> heard(CompiledFile file) throws Exception {
        var heard = new TreeMap<String, List<List<ToneReading>>>();
        for (var stem : stems(file).entrySet()) {
            try (var witness = Witness.of(TestFfmpeg.installation(), stem.getValue())) {
                heard.put(
                        stem.getKey(),
                        LongStream.range(0, SECONDS)
                                .mapToObj(second -> witness.hear(MIDDLE.plusSeconds(second)).stream()
                                        .toList())
                                .toList());
            }
        }
        return heard;
    }

    private static List<List<ToneReading>> tones(int participant, long... seconds) {
        var speaking = LongStream.of(seconds).boxed().collect(Collectors.toSet());
        return LongStream.range(0, SECONDS)
                .mapToObj(second -> speaking.contains(second)
                        ? List.of(new ToneReading(participant, ToneScale.digit(second)))
                        : List.<ToneReading>of())
                .toList();
    }

    private static List<Duration> errors(CompiledFile file, String stem, int participant) throws Exception {
        try (var witness = Witness.of(TestFfmpeg.installation(), stems(file).get(stem))) {
            return LongStream.range(0, SECONDS)
                    .mapToObj(second -> witness.placementError(participant, second))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static void isOnTime(Duration error) {
        assertThat(error.abs()).isLessThan(Duration.ofMillis(25));
    }
}

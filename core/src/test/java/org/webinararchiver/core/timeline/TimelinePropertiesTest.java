package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.late;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** What must hold for any recording, tried on random ones. */
class TimelinePropertiesTest {
    private static final int RECORDINGS_PER_SEED = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePictureCoversTheWholeRecordingOnce(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < RECORDINGS_PER_SEED; i++) {
            var timeline = randomRecording(random).timeline();
            var reached = Duration.ZERO;
            for (var stretch : timeline.picture().stretches()) {
                assertThat(stretch.at()).isEqualTo(reached);
                assertThat(stretch.lasting()).isPositive();
                reached = stretch.end();
            }
            assertThat(reached).isEqualTo(timeline.duration());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyStretchShowsItsClipAtItsPlace(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < RECORDINGS_PER_SEED; i++) {
            var recording = randomRecording(random);
            var clips = clips(recording);
            for (var stretch : recording.timeline().picture().stretches()) {
                switch (stretch) {
                    case Footage footage -> {
                        var clip = clips.get(footage.segment());
                        var shown = footage.at().plus(footage.lead()).minus(footage.from());
                        assertThat(shown).isEqualTo(clip.start().minus(clip.trim()));
                    }
                    case Blank blank -> {
                        var isAll = blank.lasting().equals(recording.timeline().duration());
                        assertThat(isAll || blank.lasting().compareTo(PicturePlan.NOTICED_HOLE) >= 0)
                                .as("%s", blank)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void noCameraIsShownForLongWhileThereIsAScreen(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < RECORDINGS_PER_SEED; i++) {
            var recording = randomRecording(random);
            var clips = clips(recording);
            var screens = recording.manifest().tracks().stream()
                    .filter(track -> track.kind() == Track.Kind.SCREEN)
                    .flatMap(track -> track.clips().stream())
                    .flatMap(clip -> Placed.picture(clip, recording.probes().get(clip.segment())).stream())
                    .toList();
            for (var footage : recording.timeline().picture().footage()) {
                assertThat(clips).containsKey(footage.segment());
                if (footage.track().startsWith("person")) {
                    assertThat(screens)
                            .allSatisfy(screen ->
                                    assertThat(overlap(screen, footage)).isLessThan(PicturePlan.NOTICED_HOLE));
                }
            }
        }
    }

    private static Duration overlap(Placed screen, Footage footage) {
        var begin = footage.at().plus(footage.lead());
        var end = begin.plus(footage.playing());
        var from = begin.compareTo(screen.at()) > 0 ? begin : screen.at();
        var until = end.compareTo(screen.until()) < 0 ? end : screen.until();
        return from.compareTo(until) < 0 ? until.minus(from) : Duration.ZERO;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void nobodySpeaksTwiceAtOnceNorAfterTheEnd(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < RECORDINGS_PER_SEED; i++) {
            var timeline = randomRecording(random).timeline();
            var byTrack = timeline.voices().stream().collect(Collectors.groupingBy(Voice::track));
            for (var voices : byTrack.values()) {
                for (int n = 1; n < voices.size(); n++) {
                    assertThat(voices.get(n).at())
                            .isGreaterThanOrEqualTo(voices.get(n - 1).end());
                }
                assertThat(voices.getLast().end()).isLessThanOrEqualTo(timeline.duration());
            }
        }
    }

    private static Recording randomRecording(RandomGenerator random) {
        var recording = Recording.lasting(random.nextDouble(60));
        int clips = random.nextInt(12);
        for (int i = 0; i < clips; i++) {
            var file = "file-" + i;
            recording.file(file, late(random.nextDouble(0.6), random.nextDouble(0.6), random.nextDouble(12)));
            var start = random.nextDouble(50);
            var person = "person-" + random.nextInt(2);
            if (random.nextInt(4) == 0) {
                recording.screen("screen-" + random.nextInt(2), file, start);
            } else if (random.nextBoolean()) {
                recording.person(person, file, start);
            } else {
                recording.person(person, file, start, random.nextDouble(3), start + random.nextDouble(10));
            }
        }
        return recording;
    }

    private static Map<String, Clip> clips(Recording recording) {
        return recording.manifest().tracks().stream()
                .flatMap(track -> track.clips().stream())
                .collect(Collectors.toMap(Clip::segment, clip -> clip));
    }
}

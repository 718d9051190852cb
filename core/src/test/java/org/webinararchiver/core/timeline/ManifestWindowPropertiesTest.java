package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.late;
import static org.webinararchiver.core.timeline.Recording.seconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;

/** What must hold for any window of any recording, tried on random ones. */
class ManifestWindowPropertiesTest {
    private static final int WINDOWS_PER_SEED = 300;
    private static final Duration RECORDING = seconds(60);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsHeardInTheWindowIsWhatWasHeardThere(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < WINDOWS_PER_SEED; i++) {
            var recording = randomRecording(random);
            var window = randomWindow(random);

            var manifest = window.appliedTo(recording.manifest());

            assertThat(timeline(window, manifest, recording).voices())
                    .as("%s", window)
                    .containsExactlyInAnyOrderElementsOf(heardIn(window, recording.timeline()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void nothingGoesOnAfterTheWindow(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < WINDOWS_PER_SEED; i++) {
            var recording = randomRecording(random);
            var window = randomWindow(random);

            var timeline = timeline(window, window.appliedTo(recording.manifest()), recording);

            window.length().ifPresent(most -> assertThat(timeline.duration()).isLessThanOrEqualTo(most));
            assertThat(timeline.duration()).isEqualTo(timeline.picture().duration());
            assertThat(timeline.gaps())
                    .allSatisfy(gap -> assertThat(gap.until()).isLessThanOrEqualTo(timeline.duration()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void everyClipStaysAtItsPlaceAndNoneIsOutside(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < WINDOWS_PER_SEED; i++) {
            var whole = randomRecording(random).manifest();
            var window = randomWindow(random);
            var before = clips(whole).collect(Collectors.toMap(Clip::segment, Function.identity()));

            var manifest = window.appliedTo(whole);

            assertThat(manifest.segments())
                    .extracting(Segment::id)
                    .containsExactlyInAnyOrderElementsOf(
                            clips(manifest).map(Clip::segment).toList());
            for (var clip : clips(manifest).toList()) {
                var was = before.get(clip.segment());
                assertThat(clip.start().minus(clip.trim()).plus(window.start()))
                        .isEqualTo(was.start().minus(was.trim()));
                window.length().ifPresent(most -> assertThat(clip.start()).isLessThan(most));
                was.end().ifPresent(end -> assertThat(end).isGreaterThan(window.start()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void aWindowOfAllThatIsLeftChangesNothingMore(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < WINDOWS_PER_SEED; i++) {
            var once = randomWindow(random).appliedTo(randomRecording(random).manifest());
            var all = ManifestWindow.of(Optional.of(Duration.ZERO), Optional.of(once.duration()));

            var twice = all.appliedTo(once);

            assertThat(all.appliedTo(twice)).isEqualTo(twice);
            assertThat(ManifestWindow.WHOLE.appliedTo(once)).isEqualTo(once);
            assertThat(twice.duration()).isEqualTo(once.duration());
        }
    }

    private static Timeline timeline(ManifestWindow window, Manifest manifest, Recording recording) {
        var laid = StandIns.laid(manifest, Twins.NONE, recording.probes());
        return window.length().map(laid::within).orElse(laid).timeline();
    }

    private static List<Voice> heardIn(ManifestWindow window, Timeline whole) {
        var heard = new ArrayList<Voice>();
        for (var voice : whole.voices()) {
            var at = later(voice.at(), window.start());
            var end = window.end().filter(cut -> cut.compareTo(voice.end()) < 0).orElse(voice.end());
            if (at.compareTo(end) < 0) {
                var skipped = at.minus(voice.at());
                heard.add(new Voice(
                        voice.segment(),
                        voice.track(),
                        voice.from().plus(skipped),
                        at.minus(window.start()),
                        end.minus(at)));
            }
        }
        return heard;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static ManifestWindow randomWindow(RandomGenerator random) {
        var start = seconds(random.nextDouble(59));
        var length = random.nextInt(4) == 0
                ? Optional.<Duration>empty()
                : Optional.of(seconds(0.001 + random.nextDouble(70)));
        return ManifestWindow.of(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(start), length);
    }

    /** Of two people; files without an end are shorter than the time to the next one and a second. Some are missing. */
    private static Recording randomRecording(RandomGenerator random) {
        var recording = Recording.lasting(RECORDING.toSeconds());
        for (var person : List.of("Anna", "Boris")) {
            double at = random.nextDouble(10);
            for (int i = 0; at < RECORDING.toSeconds(); i++) {
                var file = person + i;
                var lasting = 2 + random.nextDouble(8);
                if (random.nextInt(8) > 0) {
                    recording.file(file, late(random.nextDouble(0.2), random.nextDouble(0.2), lasting));
                }
                if (random.nextBoolean()) {
                    recording.person(person, file, at);
                } else {
                    recording.person(person, file, at, random.nextDouble(1.5), at + random.nextDouble(9));
                }
                at += lasting + random.nextDouble(2) - 0.5;
            }
        }
        return recording;
    }

    private static Stream<Clip> clips(Manifest manifest) {
        return manifest.tracks().stream().flatMap(track -> track.clips().stream());
    }
}

package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.marker.Sighting;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Moment;
import org.webinararchiver.simulator.picture.SlidePainter;
import org.webinararchiver.simulator.witness.Observation;
import org.webinararchiver.simulator.witness.Witness;

/** A finished file that is looked at and listened to at many instants, against what was recorded. */
final class Watched {
    /** Less than this apart, two instants may show one frame. */
    private static final Duration FRAMES_APART = Duration.ofMillis(250);

    private static final double MOST = 40;
    private static final double DRIFT = 15;

    private final Meeting meeting;
    private final Witness witness;
    private final List<Observation> observations;

    Watched(Meeting meeting, Witness witness, List<Duration> instants) throws Exception {
        this.meeting = meeting;
        this.witness = witness;
        this.observations = witness.observe(instants);
    }

    /** Exactly these sources are seen, slides not being counted. */
    void assertSources(Function<Duration, Set<Integer>> expected) {
        for (var observation : observations) {
            assertThat(readings(observation, false).stream().map(FrameReading::source))
                    .as("who is seen at %s", observation.at())
                    .containsExactlyInAnyOrderElementsOf(expected.apply(observation.at()));
        }
    }

    /** Exactly this slide is seen, or none. */
    void assertSlides(Function<Duration, List<FrameReading>> expected) {
        for (var observation : observations) {
            assertThat(readings(observation, true))
                    .as("the slide at %s", observation.at())
                    .isEqualTo(expected.apply(observation.at()));
        }
    }

    void assertEveryVoiceIsHeard() {
        for (var observation : observations) {
            assertThat(observation.heard())
                    .as("who is heard at %s", observation.at())
                    .isEqualTo(meeting.truth().at(observation.at()).audible());
        }
    }

    /** A source that is seen at two instants has gone on between them. */
    void assertNothingIsFrozen() {
        var before = new HashMap<Integer, Map.Entry<Duration, FrameReading>>();
        for (var observation : observations) {
            for (var reading : readings(observation, false)) {
                var last = before.put(reading.source(), Map.entry(observation.at(), reading));
                if (last != null && observation.at().minus(last.getKey()).compareTo(FRAMES_APART) >= 0) {
                    assertThat(reading.time())
                            .as("source %d at %s", reading.source(), observation.at())
                            .isGreaterThan(last.getValue().time());
                }
            }
        }
    }

    /** Pictures and voices are where they belong, the last ones as much as the first. */
    void assertNothingDrifts() {
        var pictures = new Lateness("pictures");
        var voices = new Lateness("voices");
        for (var observation : observations) {
            onsets(observation.at()).values().forEach(voices::add);
            for (var reading : readings(observation, false)) {
                pictures.add(lateness(observation.at(), reading));
            }
        }
        assertGood(pictures);
        assertGood(voices);
    }

    /** Whoever is seen speaking is heard at the same time, at the end as well as at the beginning. */
    void assertVoicesFitPictures() {
        var skews = new Lateness("voices against pictures");
        for (var observation : observations) {
            var heard = onsets(observation.at());
            readings(observation, false).stream()
                    .filter(reading -> heard.containsKey(reading.source()))
                    .forEach(reading -> skews.add(heard.get(reading.source()) - lateness(observation.at(), reading)));
        }
        assertGood(skews);
    }

    private static void assertGood(Lateness lateness) {
        lateness.assertMostWithin(MOST);
        lateness.assertNoDrift(DRIFT);
    }

    /** Of everybody who speaks through the second of an instant, by their sources. */
    private Map<Integer, Double> onsets(Duration instant) {
        var errors = new HashMap<Integer, Double>();
        for (var onset : meeting.truth().onsets()) {
            if (onset.second() == instant.toSeconds()) {
                var error = witness.placementError(onset.participant(), onset.second());
                assertThat(error)
                        .as("the voice of %d at %s", onset.participant(), instant)
                        .isPresent();
                errors.put(onset.participant(), millis(error.orElseThrow()));
            }
        }
        return errors;
    }

    /** How much too early or too late a frame is: it may be as old as it is shown in its source. */
    private double lateness(Duration instant, FrameReading reading) {
        var visible = meeting.truth().at(instant).visible().stream()
                .filter(each -> each.source() == reading.source())
                .findFirst();
        double late = millis(instant.minus(reading.time()));
        double frame = millis(visible.map(Moment.Visible::frame).orElseThrow());
        return late < 0 ? late : Math.max(0, late - frame);
    }

    private static List<FrameReading> readings(Observation observation, boolean slides) {
        return observation.seen().stream()
                .map(Sighting::reading)
                .filter(reading -> SlidePainter.isSlide(reading) == slides)
                .collect(Collectors.toList());
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}

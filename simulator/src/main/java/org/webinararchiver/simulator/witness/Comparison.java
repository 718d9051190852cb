package org.webinararchiver.simulator.witness;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.marker.Sighting;
import org.webinararchiver.simulator.meeting.Moment;
import org.webinararchiver.simulator.meeting.Onset;
import org.webinararchiver.simulator.meeting.Truth;
import org.webinararchiver.simulator.picture.SlidePainter;

/** Compares what is seen and heard with what should be, and puts every difference in words. */
final class Comparison {
    private final Witness witness;
    private final Truth truth;
    private final Tolerance tolerance;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final Placement placement = new Placement();

    Comparison(Witness witness, Truth truth, Tolerance tolerance) {
        this.witness = witness;
        this.truth = truth;
        this.tolerance = tolerance;
    }

    Report at(List<Duration> instants) throws IOException, InterruptedException {
        compareDuration();
        for (var observation : witness.observe(instants)) {
            var moment = truth.at(observation.at());
            comparePicture(moment, observation);
            compareSound(moment, observation);
        }
        comparePlacement(instants);
        return new Report(instants.size(), placement, mismatches);
    }

    private void compareDuration() {
        var difference = witness.duration().minus(truth.duration());
        if (difference.abs().compareTo(tolerance.duration()) > 0) {
            differs(truth.duration(), "the file lasts %s instead".formatted(seconds(witness.duration())));
        }
    }

    private void comparePicture(Moment moment, Observation observation) {
        var seen = observation.seen().stream().map(Sighting::reading).toList();
        for (var visible : moment.visible()) {
            var reading = seen.stream()
                    .filter(each -> each.source() == visible.source())
                    .findFirst();
            reading.ifPresentOrElse(
                    found -> compareTime(moment, visible, found),
                    () -> differs(moment.at(), "source %d is not seen".formatted(visible.source())));
        }
        var wanted = moment.visible().stream().map(Moment.Visible::source).collect(Collectors.toSet());
        for (var reading : seen) {
            if (SlidePainter.isSlide(reading)) {
                compareSlide(moment, reading);
            } else if (!wanted.contains(reading.source())) {
                differs(moment.at(), "source %d is seen, and was not there".formatted(reading.source()));
            }
        }
    }

    /** Not every file shows slides, but one that does shows the right one. */
    private void compareSlide(Moment moment, FrameReading seen) {
        if (moment.slide().filter(seen::equals).isEmpty()) {
            differs(moment.at(), "slide %s is seen instead of %s".formatted(seen, moment.slide()));
        }
    }

    private void compareTime(Moment moment, Moment.Visible visible, FrameReading found) {
        var late = moment.at().minus(found.time());
        var allowed = visible.frame().plus(tolerance.picture());
        if (late.abs().compareTo(allowed) > 0) {
            differs(
                    moment.at(),
                    "source %d shows its picture of %s, which is %d ms too %s"
                            .formatted(
                                    visible.source(),
                                    seconds(found.time()),
                                    late.abs().toMillis(),
                                    late.isNegative() ? "early" : "late"));
        }
    }

    private void compareSound(Moment moment, Observation observation) {
        for (var voice : moment.audible()) {
            if (!observation.heard().contains(voice)) {
                differs(moment.at(), "voice %d is not heard to say %d".formatted(voice.participant(), voice.digit()));
            }
        }
        for (var voice : observation.heard()) {
            if (!moment.audible().contains(voice)) {
                differs(moment.at(), "voice %d is heard to say %d".formatted(voice.participant(), voice.digit()));
            }
        }
    }

    private void comparePlacement(List<Duration> instants) {
        var seconds = instants.stream().map(Duration::toSeconds).collect(Collectors.toSet());
        for (var onset : onsets(seconds)) {
            var error = witness.placementError(onset.participant(), onset.second());
            error.ifPresent(placement::add);
            boolean isPlaced = error.isPresent() && error.get().abs().compareTo(tolerance.sound()) <= 0;
            if (!isPlaced) {
                var found = error.map(late -> "is %+.0f ms from its place".formatted(late.toNanos() / 1e6))
                        .orElse("does not begin near it");
                differs(Duration.ofSeconds(onset.second()), "voice %d %s".formatted(onset.participant(), found));
            }
        }
    }

    private Set<Onset> onsets(Set<Long> seconds) {
        var onsets = new LinkedHashSet<>(truth.onsets());
        onsets.removeIf(onset -> !seconds.contains(onset.second()));
        return onsets;
    }

    private void differs(Duration at, String words) {
        mismatches.add(new Mismatch(at, words));
    }

    private static String seconds(Duration duration) {
        return "%d.%03d s".formatted(duration.toSeconds(), duration.toMillisPart());
    }
}

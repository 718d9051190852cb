package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

/**
 * Where the runs of one twin belong. Their files' clocks begin anywhere; those of one number begin together, so that
 * picture and sound stay together though one begins a little later than the other.
 */
final class TwinClock {
    /** By more than this, times and lengths do not differ by rounding: then the lengths are believed. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final List<TwinRun> runs;
    private final Map<String, MediaProbe> probes;

    /** @param probes of all runs */
    TwinClock(List<TwinRun> runs, Map<String, MediaProbe> probes) {
        this.runs = runs;
        this.probes = probes;
    }

    /** The part of a run that is within a clip of the file that the twin stands in for; empty where none is. */
    Optional<Clip> clip(TwinRun run, Clip ofFile) {
        var start = ofFile.start().minus(ofFile.trim()).plus(placeOf(run));
        var skipped = ofFile.start().minus(start);
        var late = skipped.isNegative();
        var at = late ? start : ofFile.start();
        if (ofFile.end().filter(end -> end.compareTo(at) <= 0).isPresent()) {
            return Optional.empty();
        }
        var from = late ? startOf(run) : startOf(run).plus(skipped);
        return Optional.of(new Clip(run.segment(), at, from, ofFile.end()));
    }

    /** Where in the twin it begins. */
    private Duration placeOf(TwinRun run) {
        var first = runs.stream()
                .filter(other -> other.discontinuity() == run.discontinuity())
                .min(Comparator.comparing(TwinRun::at).thenComparing(this::startOf))
                .orElseThrow();
        var byClock = first.at().plus(startOf(run).minus(startOf(first)));
        return byClock.isNegative() || byClock.minus(run.at()).abs().compareTo(ROUNDING) > 0 ? run.at() : byClock;
    }

    /** What its own clock says then. */
    private Duration startOf(TwinRun run) {
        var probe = probes.get(run.segment());
        var picture = probe.video().map(VideoStream::start);
        var sound = probe.audio().map(AudioStream::start);
        return picture.filter(start -> sound.isEmpty() || start.compareTo(sound.get()) <= 0)
                .or(() -> sound)
                .orElse(Duration.ZERO);
    }
}

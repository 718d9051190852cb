package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Optional;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.media.MediaProbe;

/**
 * One stream of a clip, or a part of it, where it is really seen or heard.
 *
 * @param segment the id of the segment
 * @param from where in the segment's file it begins
 * @param at where on the recording's time axis it begins
 * @param until where on the recording's time axis it ends, later than {@code at}
 */
record Placed(String segment, Duration from, Duration at, Duration until) {

    static Optional<Placed> picture(Clip clip, MediaProbe probe) {
        return probe.video().flatMap(video -> stream(clip, video.start(), video.duration()));
    }

    static Optional<Placed> sound(Clip clip, MediaProbe probe) {
        return probe.audio().flatMap(audio -> stream(clip, audio.start(), audio.duration()));
    }

    private static Optional<Placed> stream(Clip clip, Duration start, Duration duration) {
        var from = later(clip.trim(), start);
        var at = clip.start().plus(from.minus(clip.trim()));
        var ownEnd = clip.start().plus(start.plus(duration).minus(clip.trim()));
        var until = clip.end().map(end -> earlier(end, ownEnd)).orElse(ownEnd);
        return at.compareTo(until) < 0 ? Optional.of(new Placed(clip.segment(), from, at, until)) : Optional.empty();
    }

    Duration lasting() {
        return until.minus(at);
    }

    /** The part between two instants of the recording that both lie within. */
    Placed between(Duration start, Duration end) {
        return new Placed(segment, from.plus(start.minus(at)), start, end);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * What there is to be seen and heard of a track.
 *
 * @param seen its picture, in order of time, none overlapping; over holes too short to be noticed its last frame stays
 * @param heard its sound, in order of time, none overlapping
 */
public record Appearance(Track track, List<Footage> seen, List<Voice> heard) {
    public Appearance {
        Objects.requireNonNull(track);
        seen = List.copyOf(seen);
        heard = List.copyOf(heard);
    }

    /**
     * Of all tracks of a recording, in the manifest's order.
     *
     * @param probes what the segments' files hold, by the segments' ids; a segment that could not be had is absent
     */
    public static List<Appearance> of(Manifest manifest, Map<String, MediaProbe> probes) {
        return manifest.tracks().stream().map(track -> of(track, probes)).toList();
    }

    private static Appearance of(Track track, Map<String, MediaProbe> probes) {
        var heard = Timeline.voices(track, probes).toList();
        return new Appearance(track, heldWhileHeard(withoutHoles(track, Sight.seen(track, probes)), heard), heard);
    }

    private static List<Footage> withoutHoles(Track track, List<Placed> parts) {
        var footage = new ArrayList<Footage>();
        for (var part : parts) {
            if (!footage.isEmpty()
                    && isUnnoticed(part.at().minus(footage.getLast().end()))) {
                var hole = part.at().minus(footage.getLast().end());
                footage.add(footage.removeLast().heldFor(hole));
            }
            footage.add(new Shot(track.id(), part).footage(part.at(), Duration.ZERO));
        }
        return footage;
    }

    /** Files hardly ever end with picture and sound at once: a picture that is over a moment early stays. */
    private static List<Footage> heldWhileHeard(List<Footage> seen, List<Voice> heard) {
        var held = new ArrayList<Footage>();
        for (int i = 0; i < seen.size(); i++) {
            var end = seen.get(i).end();
            var next = i + 1 < seen.size() ? Optional.of(seen.get(i + 1).at()) : Optional.<Duration>empty();
            var longer = heard.stream()
                    .filter(voice -> voice.at().compareTo(end) < 0)
                    .map(voice -> voice.end().minus(end))
                    .filter(Appearance::isUnnoticed)
                    .map(hole -> next.map(at -> at.minus(end))
                            .filter(until -> until.compareTo(hole) < 0)
                            .orElse(hole))
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
            held.add(longer.isZero() ? seen.get(i) : seen.get(i).heldFor(longer));
        }
        return held;
    }

    private static boolean isUnnoticed(Duration hole) {
        return hole.isPositive() && hole.compareTo(PicturePlan.NOTICED_HOLE) < 0;
    }

    /** When it has a picture. */
    public SpanSeries seenAt() {
        return SpanSeries.covering(
                seen.stream().map(one -> new Span(one.at(), one.end())).toList(), Duration.ZERO);
    }

    /** When it has sound and no picture, but for moments beside the picture, too short to be noticed. */
    public SpanSeries heardAlone() {
        var seen = seenAt();
        var alone = SpanSeries.covering(
                        heard.stream().map(one -> new Span(one.at(), one.end())).toList(), PicturePlan.NOTICED_HOLE)
                .without(seen);
        return new SpanSeries(alone.spans().stream()
                .filter(span -> !isUnnoticed(span.lasting()) || !seen.touches(span))
                .toList());
    }
}

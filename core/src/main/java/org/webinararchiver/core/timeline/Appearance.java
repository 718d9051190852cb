package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return new Appearance(
                track,
                withoutHoles(track, Sight.seen(track, probes)),
                Timeline.voices(track, probes).toList());
    }

    private static List<Footage> withoutHoles(Track track, List<Placed> parts) {
        var footage = new ArrayList<Footage>();
        for (var part : parts) {
            if (!footage.isEmpty()) {
                var hole = part.at().minus(footage.getLast().end());
                if (hole.isPositive() && hole.compareTo(PicturePlan.NOTICED_HOLE) < 0) {
                    footage.add(footage.removeLast().heldFor(hole));
                }
            }
            footage.add(new Shot(track.id(), part).footage(part.at(), Duration.ZERO));
        }
        return footage;
    }

    /** When it has a picture. */
    public SpanSeries seenAt() {
        return SpanSeries.covering(
                seen.stream().map(one -> new Span(one.at(), one.end())).toList(), Duration.ZERO);
    }

    /** When it has sound; holes too short to be noticed are part of it. */
    public SpanSeries heardAt() {
        return SpanSeries.covering(
                heard.stream().map(one -> new Span(one.at(), one.end())).toList(), PicturePlan.NOTICED_HOLE);
    }
}

package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Track;

/**
 * A time through which a track has a picture. Holes too short to be noticed are part of it, so that nothing else is
 * shown in them.
 *
 * @param track the id of the track
 * @param rank of the track
 * @param parts at least one, in order, none overlapping
 */
record Presence(String track, Rank rank, List<Placed> parts) {
    Presence {
        parts = List.copyOf(parts);
    }

    /** Every time through which this track has a picture, in order. */
    static List<Presence> of(Track track, Rank rank, List<Placed> seen) {
        var presences = new ArrayList<Presence>();
        var together = new ArrayList<Placed>();
        for (var part : seen) {
            if (!together.isEmpty() && isNoticed(together.getLast().until(), part.at())) {
                presences.add(new Presence(track.id(), rank, together));
                together.clear();
            }
            together.add(part);
        }
        if (!together.isEmpty()) {
            presences.add(new Presence(track.id(), rank, together));
        }
        return presences;
    }

    private static boolean isNoticed(Duration end, Duration start) {
        return start.minus(end).compareTo(PicturePlan.NOTICED_HOLE) >= 0;
    }

    Duration from() {
        return parts.getFirst().at();
    }

    Duration until() {
        return parts.getLast().until();
    }

    /** What is shown of it between two instants. */
    Stream<Shot> between(Duration start, Duration end) {
        return parts.stream().flatMap(part -> cut(part, start, end).stream()).map(part -> new Shot(track, part));
    }

    private static Optional<Placed> cut(Placed part, Duration start, Duration end) {
        var from = part.at().compareTo(start) > 0 ? part.at() : start;
        var until = part.until().compareTo(end) < 0 ? part.until() : end;
        return from.compareTo(until) < 0 ? Optional.of(part.between(from, until)) : Optional.empty();
    }
}

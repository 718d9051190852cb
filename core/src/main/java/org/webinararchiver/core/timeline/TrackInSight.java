package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.MediaProbe;

/** Chooses the one track that is shown: the lecturer, else the person who is longest in the picture, else a screen. */
final class TrackInSight {
    private final Manifest manifest;
    private final Map<String, MediaProbe> probes;

    TrackInSight(Manifest manifest, Map<String, MediaProbe> probes) {
        this.manifest = manifest;
        this.probes = probes;
    }

    Optional<Track> choose() {
        return longest(this::isLecturer)
                .or(() -> longest(track -> track.kind() == Track.Kind.PERSON))
                .or(() -> longest(track -> track.kind() == Track.Kind.SCREEN));
    }

    /** What is seen of a track when nothing else is shown. */
    List<Placed> seen(Track track) {
        var parts = track.clips().stream()
                .filter(clip -> probes.containsKey(clip.segment()))
                .flatMap(clip -> Placed.picture(clip, probes.get(clip.segment())).stream())
                .toList();
        return Layers.flatten(parts, PicturePlan.NOTICED_HOLE);
    }

    private boolean isLecturer(Track track) {
        return track.kind() == Track.Kind.PERSON
                && track.participant().isPresent()
                && track.participant().equals(manifest.lecturer());
    }

    /** Of several that are equally long in the picture, the first. */
    private Optional<Track> longest(Predicate<Track> wanted) {
        Optional<Track> best = Optional.empty();
        var most = Duration.ZERO;
        for (var track : manifest.tracks()) {
            var time = wanted.test(track) ? timeInSight(track) : Duration.ZERO;
            if (time.compareTo(most) > 0) {
                best = Optional.of(track);
                most = time;
            }
        }
        return best;
    }

    private Duration timeInSight(Track track) {
        return seen(track).stream().map(Placed::lasting).reduce(Duration.ZERO, Duration::plus);
    }
}

package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;

/** Finds what a manifest names and nobody has. */
final class Gaps {
    private Gaps() {}

    static List<Gap> of(Manifest manifest, Set<String> stored, Duration duration) {
        var gaps = new ArrayList<Gap>();
        for (var track : manifest.tracks()) {
            for (var clip : track.clips()) {
                if (!stored.contains(clip.segment())) {
                    gaps.add(new Gap(
                            clip.segment(), track.id(), track.participant(), clip.start(), end(track, clip, duration)));
                }
            }
        }
        gaps.sort(Comparator.comparing(Gap::from));
        return List.copyOf(gaps);
    }

    /** Without the file nobody knows how long it was: not longer than its clip, nor than the track's next clip. */
    private static Duration end(Track track, Clip clip, Duration duration) {
        var end = clip.end().orElse(duration);
        var next = track.clips().stream()
                .map(Clip::start)
                .filter(start -> start.compareTo(clip.start()) > 0)
                .findFirst()
                .orElse(end);
        var soonest = next.compareTo(end) < 0 ? next : end;
        return soonest.compareTo(clip.start()) < 0 ? clip.start() : soonest;
    }
}

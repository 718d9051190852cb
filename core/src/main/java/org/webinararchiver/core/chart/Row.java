package org.webinararchiver.core.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.SpanSeries;

/**
 * A track as it is shown.
 *
 * @param owner the name of whoever it belongs to, as they called themselves last; absent where nobody knows
 * @param seen when it has a picture
 * @param heard when it has sound alone
 */
public record Row(Track track, Optional<String> owner, SpanSeries seen, SpanSeries heard) {
    public Row {
        Objects.requireNonNull(track);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(seen);
        Objects.requireNonNull(heard);
    }

    /** All of them, the lecturer's first, else in the manifest's order. */
    static List<Row> of(Manifest manifest, List<Appearance> appearances) {
        return appearances.stream()
                .sorted(Comparator.comparing(
                                (Appearance each) -> isLecturers(manifest, each.track()), Comparator.reverseOrder())
                        .thenComparing(each -> each.track().kind()))
                .map(each -> new Row(each.track(), ownerOf(manifest, each.track()), each.seenAt(), each.heardAlone()))
                .toList();
    }

    private static boolean isLecturers(Manifest manifest, Track track) {
        return track.participant().isPresent() && track.participant().equals(manifest.lecturer());
    }

    private static Optional<String> ownerOf(Manifest manifest, Track track) {
        return manifest.participants().stream()
                .filter(each -> track.participant().filter(each.id()::equals).isPresent())
                .map(Participant::name)
                .findFirst();
    }

    /** What it is called. */
    public String name() {
        return switch (track.kind()) {
            case PERSON -> owner.orElse("somebody");
            case SCREEN -> owner.map(name -> "screen of " + name).orElse("a screen");
        };
    }
}

package org.webinararchiver.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.timeline.Gap;

/** Everything that is missing in a finished file, each thing once. */
final class GapList {
    private final Manifest manifest;
    private final List<Gap> gaps = new ArrayList<>();

    GapList(Manifest manifest) {
        this.manifest = manifest;
    }

    void addGaps(List<Gap> more) {
        more.forEach(this::add);
    }

    void addDamages(List<Damage> damages) {
        damages.forEach(damage -> add(
                new Gap(damage.segment(), damage.track(), participant(damage.track()), damage.from(), damage.until())));
    }

    /** In order of time. */
    List<Gap> sorted() {
        return gaps.stream().sorted(Comparator.comparing(Gap::from)).toList();
    }

    /** A segment whose picture and sound are both missing at one time is one gap. */
    private void add(Gap gap) {
        var touching = gaps.stream().filter(known -> touch(known, gap)).findFirst();
        if (touching.isEmpty()) {
            gaps.add(gap);
        } else {
            gaps.remove(touching.get());
            add(union(touching.get(), gap));
        }
    }

    private static boolean touch(Gap one, Gap other) {
        return one.segment().equals(other.segment())
                && one.track().equals(other.track())
                && one.from().compareTo(other.until()) <= 0
                && other.from().compareTo(one.until()) <= 0;
    }

    private static Gap union(Gap one, Gap other) {
        var from = one.from().compareTo(other.from()) <= 0 ? one.from() : other.from();
        var until = one.until().compareTo(other.until()) >= 0 ? one.until() : other.until();
        return new Gap(one.segment(), one.track(), one.participant(), from, until);
    }

    private Optional<String> participant(String track) {
        return manifest.tracks().stream()
                .filter(one -> one.id().equals(track))
                .findFirst()
                .flatMap(Track::participant);
    }
}

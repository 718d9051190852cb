package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.MediaProbe;

/**
 * Chooses at every instant the one thing that is shown: a shared screen, else the lecturer, else another person. Of two
 * screens the lecturer's is shown, else the one that was shared last. A person once shown stays until they are gone or
 * something more important comes.
 */
final class Sight {
    private final List<Presence> waiting;
    private final List<Presence> present = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    private Sight(List<Presence> presences) {
        waiting = new ArrayList<>(presences.stream()
                .sorted(Comparator.comparing(Presence::from))
                .toList()
                .reversed());
    }

    /** What is shown from when to when. */
    private record Turn(Presence presence, Duration from, Duration until) {
        boolean isReturn() {
            return !from.equals(presence.from());
        }

        Duration lasting() {
            return until.minus(from);
        }
    }

    /**
     * What is shown, in order of time, none overlapping.
     *
     * @param probes what the segments' files hold, by the segments' ids
     */
    static List<Shot> of(Manifest manifest, Map<String, MediaProbe> probes) {
        var presences = new ArrayList<Presence>();
        for (int place = 0; place < manifest.tracks().size(); place++) {
            var track = manifest.tracks().get(place);
            var seen = seen(track, probes);
            presences.addAll(Presence.of(track, rank(manifest, track, seen, place), seen));
        }
        return new Sight(presences).shots();
    }

    /** What is seen of a track when nothing else is shown. */
    static List<Placed> seen(Track track, Map<String, MediaProbe> probes) {
        var parts = track.clips().stream()
                .filter(clip -> probes.containsKey(clip.segment()))
                .flatMap(clip -> Placed.picture(clip, probes.get(clip.segment())).stream())
                .toList();
        return Layers.flatten(parts, PicturePlan.NOTICED_HOLE);
    }

    private static Rank rank(Manifest manifest, Track track, List<Placed> seen, int place) {
        var isLecturers = track.participant().isPresent() && track.participant().equals(manifest.lecturer());
        var kind =
                switch (track.kind()) {
                    case SCREEN -> isLecturers ? Rank.Kind.LECTURERS_SCREEN : Rank.Kind.SCREEN;
                    case PERSON -> isLecturers ? Rank.Kind.LECTURER : Rank.Kind.PERSON;
                };
        return new Rank(kind, seen.stream().map(Placed::lasting).reduce(Duration.ZERO, Duration::plus), place);
    }

    private List<Shot> shots() {
        var instants = new TreeSet<Duration>();
        for (var presence : waiting) {
            instants.add(presence.from());
            instants.add(presence.until());
        }
        var ordered = List.copyOf(instants);
        for (int next = 1; next < ordered.size(); next++) {
            showFrom(ordered.get(next - 1), ordered.get(next));
        }
        return withoutFlashes().stream()
                .flatMap(turn -> turn.presence().between(turn.from(), turn.until()))
                .toList();
    }

    /** What would show again for a moment is left out, and what was shown before stays; but not two in a row. */
    private List<Turn> withoutFlashes() {
        var kept = new ArrayList<Turn>();
        var left = Duration.ZERO;
        for (var turn : turns) {
            left = left.plus(turn.lasting());
            if (!turn.isReturn() || left.compareTo(PicturePlan.NOTICED_HOLE) >= 0) {
                kept.add(turn);
                left = Duration.ZERO;
            }
        }
        return kept;
    }

    /** Between two instants next to one another nothing begins or ends. */
    private void showFrom(Duration from, Duration until) {
        present.removeIf(presence -> presence.until().compareTo(from) <= 0);
        while (!waiting.isEmpty() && waiting.getLast().from().compareTo(from) <= 0) {
            present.add(waiting.removeLast());
        }
        var last = turns.isEmpty() ? Optional.<Turn>empty() : Optional.of(turns.getLast());
        var shown = last.filter(turn -> turn.until().equals(from)).map(Turn::presence);
        choose(shown).ifPresent(presence -> {
            if (shown.isPresent() && shown.get() == presence) {
                turns.add(new Turn(presence, turns.removeLast().from(), until));
            } else {
                turns.add(new Turn(presence, from, until));
            }
        });
    }

    private Optional<Presence> choose(Optional<Presence> shown) {
        var kind = present.stream().map(presence -> presence.rank().kind()).min(Comparator.naturalOrder());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        var best = present.stream().filter(presence -> presence.rank().kind() == kind.get());
        if (kind.get().isScreen()) {
            return best.max(Comparator.comparing(Presence::from).thenComparing(Presence::rank, Rank.BEST.reversed()));
        }
        return shown.filter(presence -> presence.rank().kind() == kind.get() && present.contains(presence))
                .or(() -> best.min(Comparator.comparing(Presence::rank, Rank.BEST)));
    }
}

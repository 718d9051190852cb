package org.webinararchiver.core.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.TwinRun;

/**
 * What is there in place of files that lack their picture, or are missing.
 *
 * @param runs of twins that could be had, by the ids of the segments that they stand in for; no runs where the twin has
 *     no picture either
 * @param lost the ids of segments whose twin was needed and could not be had
 */
public record Twins(Map<String, List<TwinRun>> runs, Set<String> lost) {

    /** Every file has what it should. */
    public static final Twins NONE = new Twins(Map.of(), Set.of());

    public Twins {
        runs = Map.copyOf(runs);
        lost = Set.copyOf(lost);
    }

    /** The ids of the segments of all runs. */
    public Set<String> runIds() {
        return runs.values().stream()
                .flatMap(List::stream)
                .map(TwinRun::segment)
                .collect(Collectors.toSet());
    }

    Optional<List<TwinRun>> of(String segment) {
        return Optional.ofNullable(runs.get(segment));
    }
}

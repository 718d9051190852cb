package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Parts of one track that overlap, laid upon one another: whatever begins later covers what began earlier, as a new
 * connection replaces the one before it. What began earlier shows again where the later one is over.
 */
final class Layers {
    private final Duration shortestReturn;
    private final TreeMap<Duration, Duration> covered = new TreeMap<>();
    private final List<Placed> visible = new ArrayList<>();

    private Layers(Duration shortestReturn) {
        this.shortestReturn = shortestReturn;
    }

    /**
     * What is left of each when all are laid upon one another.
     *
     * @param parts in any order; of two that begin together the one listed later wins
     * @param shortestReturn an earlier part that shows again for less than this stays covered
     * @return in order of time, none overlapping
     */
    static List<Placed> flatten(List<Placed> parts, Duration shortestReturn) {
        var layers = new Layers(shortestReturn);
        parts.stream()
                .sorted(Comparator.comparing(Placed::at))
                .toList()
                .reversed()
                .forEach(layers::slideUnder);
        return layers.visible.stream().sorted(Comparator.comparing(Placed::at)).toList();
    }

    /** Everything laid so far begins at this part's start or later. */
    private void slideUnder(Placed part) {
        var open = part.at();
        for (var above = covered.firstEntry();
                above != null && above.getKey().compareTo(part.until()) < 0;
                above = covered.firstEntry()) {
            show(part, open, above.getKey());
            open = above.getValue();
            covered.pollFirstEntry();
        }
        var until = open.compareTo(part.until()) > 0 ? open : part.until();
        show(part, open, part.until());
        covered.put(part.at(), until);
    }

    private void show(Placed part, Duration start, Duration end) {
        if (start.compareTo(end) >= 0) {
            return;
        }
        var returns = !start.equals(part.at());
        if (returns && end.minus(start).compareTo(shortestReturn) < 0) {
            return;
        }
        visible.add(part.between(start, end));
    }
}

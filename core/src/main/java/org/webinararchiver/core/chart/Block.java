package org.webinararchiver.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.timeline.Span;

/**
 * Something that is drawn from one instant to another.
 *
 * @param style the class that gives it its colour
 * @param name what it is, by which blocks that are alike are told
 * @param parts how many things were drawn as this one
 */
record Block(Span time, String style, String name, int parts) {
    /** Less than this between two things, in pixels, nobody sees. */
    private static final double SMALLEST_HOLE = 0.8;
    /** Things smaller than this, in pixels, become part of what is beside them. */
    private static final double SMALLEST = 0.5;

    Block(Span time, String style, String name) {
        this(time, style, name, 1);
    }

    /** Blocks in order of time; those that are alike are one where no hole would be seen between them. */
    static List<Block> merged(List<Block> blocks, TimeAxis axis) {
        var merged = new ArrayList<Block>();
        for (var block : blocks) {
            var last = merged.isEmpty() ? Optional.<Block>empty() : Optional.of(merged.getLast());
            if (last.filter(each -> each.takesIn(block, axis)).isPresent()) {
                merged.add(merged.removeLast().and(block));
            } else {
                merged.add(block);
            }
        }
        return merged;
    }

    private boolean takesIn(Block next, TimeAxis axis) {
        boolean adjoins = axis.at(next.time.from()) - axis.at(time.until()) < SMALLEST_HOLE;
        boolean isLike = style.equals(next.style) && name.equals(next.name);
        boolean isTiny = axis.at(next.time.until()) - axis.at(time.from()) < SMALLEST;
        return adjoins && (isLike || isTiny);
    }

    private Block and(Block next) {
        var until = next.time.until().compareTo(time.until()) > 0 ? next.time.until() : time.until();
        return new Block(new Span(time.from(), until), style, name, parts + next.parts);
    }

    /** What is told of it. */
    String words() {
        var words = "%s, %s to %s".formatted(name, ChartText.clock(time.from()), ChartText.clock(time.until()));
        return parts > 1 ? words + " (" + parts + " parts)" : words;
    }
}

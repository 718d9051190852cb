package org.webinararchiver.compile.script;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.webinararchiver.compile.Damage;

/**
 * What rendering a part has shown.
 *
 * @param frames how many its picture has; none for sound
 * @param damages what could not be decoded
 * @param unreadable the ids of the segments of slides that hold no picture
 */
public record PartNote(long frames, List<Damage> damages, Set<String> unreadable) {
    /** Of a part in which nothing was amiss. */
    public static final PartNote NOTHING = new PartNote(0, List.of(), Set.of());

    public PartNote {
        damages = List.copyOf(damages);
        unreadable = Collections.unmodifiableSortedSet(new TreeSet<>(unreadable));
    }
}

package org.webinararchiver.simulator.witness;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.webinararchiver.simulator.marker.Sighting;
import org.webinararchiver.simulator.tone.ToneReading;

/**
 * What a file shows and lets hear at an instant.
 *
 * @param at counted from the file's beginning
 * @param seen every source whose marker is readable in the frame that is shown
 * @param heard everybody whose tone sounds
 */
public record Observation(Duration at, List<Sighting> seen, Set<ToneReading> heard) {
    public Observation {
        Objects.requireNonNull(at);
        seen = List.copyOf(seen);
        heard = Set.copyOf(heard);
    }
}

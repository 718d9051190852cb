package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** When streams, cameras and shared screens ended. The same one may end several times, when it came back between. */
public final class Endings {
    private final Map<Ending, NavigableSet<Duration>> times = new HashMap<>();
    /** Counted along, because it is asked for after every event. */
    private int size;

    public void ended(Ending what, Duration at) {
        if (times.computeIfAbsent(what, ending -> new TreeSet<>()).add(at)) {
            size++;
        }
    }

    /**
     * The first end of any of these after this moment. An end at the very moment belongs to what was there before: a
     * stream that is replaced ends when its successor begins.
     */
    Optional<Duration> after(Duration start, Collection<Ending> any) {
        return any.stream()
                .map(times::get)
                .filter(Objects::nonNull)
                .map(ends -> ends.higher(start))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    Optional<Duration> last(Ending what) {
        return Optional.ofNullable(times.get(what)).map(NavigableSet::last);
    }

    int size() {
        return size;
    }
}

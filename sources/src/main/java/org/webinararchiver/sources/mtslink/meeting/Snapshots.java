package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files that snapshots list as running. A snapshot repeats what was listed before, so a file counts where it was
 * listed first; what is listed for the same owner later takes its place.
 */
public final class Snapshots {
    private final Map<String, Listing> firstByFile = new LinkedHashMap<>();
    private int size;

    public void list(Listing listing) {
        var id = listing.file().segment().id();
        var known = firstByFile.get(id);
        if (known == null || listing.file().at().compareTo(known.file().at()) < 0) {
            size += known == null ? Weight.of(listing.file().segment().url().toString()) : 0;
            firstByFile.remove(id);
            firstByFile.put(id, listing);
        }
    }

    /**
     * The listings in order of time. Of one owner's at the same moment only one is meant: the longer one where the
     * lengths are known, else the one that was listed last.
     */
    List<Listing> inOrder(Function<MediaFile, Optional<Duration>> lengths) {
        var meant = new LinkedHashMap<Beginning, Listing>();
        firstByFile
                .values()
                .forEach(listing -> meant.merge(
                        Beginning.of(listing.file()),
                        listing,
                        (first, later) -> isShorter(later, first, lengths) ? first : later));
        return meant.values().stream()
                .sorted(Comparator.comparing(listing -> listing.file().at()))
                .toList();
    }

    int size() {
        return size;
    }

    private static boolean isShorter(Listing later, Listing first, Function<MediaFile, Optional<Duration>> lengths) {
        var lengthOfLater = lengths.apply(later.file());
        var lengthOfFirst = lengths.apply(first.file());
        return lengthOfLater.isPresent()
                && lengthOfFirst.isPresent()
                && lengthOfLater.get().compareTo(lengthOfFirst.get()) < 0;
    }
}

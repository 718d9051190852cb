package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.sources.mtslink.log.EpochTime;
import org.webinararchiver.sources.mtslink.log.Seconds;

/** Where in the recording the files of a meeting are, those that the log adds and those that only snapshots list. */
final class Places {
    private final Meeting meeting;
    private final Optional<OffsetDateTime> start;
    private final List<Listing> listings;
    private final Map<MediaOwner, NavigableSet<Duration>> beginnings = new HashMap<>();

    /** @param start of the recording, which tells when a snapshot was taken that does not tell itself */
    Places(Meeting meeting, Optional<OffsetDateTime> start) {
        this.meeting = meeting;
        this.start = start;
        this.listings = listings();
        Stream.concat(meeting.media().all().stream(), listings.stream().map(Listing::file))
                .forEach(file -> beginnings
                        .computeIfAbsent(file.owner(), anybody -> new TreeSet<>())
                        .add(file.at()));
    }

    /**
     * A file at its place.
     *
     * @param trim how much of its beginning was over when it was listed
     * @param end where it ends for certain; absent where nothing but the file itself tells
     */
    record Place(MediaFile file, Duration trim, Optional<Duration> end) {}

    List<Place> all() {
        var places = new ArrayList<Place>();
        meeting.media().all().forEach(file -> places.add(new Place(file, Duration.ZERO, exactEnd(file))));
        listings.forEach(listing -> places.add(new Place(listing.file(), overBefore(listing), end(listing))));
        return places;
    }

    /** What the log adds is known better: the file itself, and what its owner has from the same moment on. */
    private List<Listing> listings() {
        var added = meeting.media().all();
        var files = added.stream().map(file -> file.segment().id()).collect(Collectors.toSet());
        var taken = added.stream().map(Beginning::of).collect(Collectors.toSet());
        return meeting.snapshots().inOrder(meeting.media()::announcedLength).stream()
                .filter(listing -> !files.contains(listing.file().segment().id()))
                .filter(listing -> !taken.contains(Beginning.of(listing.file())))
                .toList();
    }

    private Optional<Duration> exactEnd(MediaFile file) {
        return meeting.endings().after(file.at(), file.endings());
    }

    /** Nobody tells when a listed file ends, unless something else of its owner begins. */
    private Optional<Duration> end(Listing listing) {
        var file = listing.file();
        var replaced = Optional.ofNullable(beginnings.get(file.owner()).higher(file.at()));
        return Stream.of(exactEnd(file), replaced).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private Duration overBefore(Listing listing) {
        var taken = listing.takenAt()
                .or(() ->
                        start.map(began -> began.toInstant().plus(listing.file().at())));
        return listing.begunAt()
                .flatMap(begun -> taken.map(now -> EpochTime.between(begun, now)))
                .filter(over -> over.compareTo(Seconds.LONGEST) <= 0)
                .orElse(Duration.ZERO);
    }
}

package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that the log lists, each once for each place where it begins. */
public final class MediaFiles {
    private record Place(String segment, Duration at) {}

    private final Map<Place, MediaFile> byPlace = new LinkedHashMap<>();
    private final Map<String, Duration> announcedLengths = new HashMap<>();
    private int size;

    /** Of the same file listed twice at one place the listing is kept that knows its owner better. */
    public void add(MediaFile file) {
        var before = byPlace.size();
        byPlace.merge(new Place(file.segment().id(), file.at()), file, MediaFiles::betterKnown);
        size += byPlace.size() == before ? 0 : Weight.of(file.segment().url().toString());
    }

    /** Only a hint: the file itself decides how long it is. */
    public void announceLength(String session, Duration length) {
        announcedLengths.put(session, length);
    }

    Collection<MediaFile> all() {
        return byPlace.values();
    }

    Optional<Duration> announcedLength(MediaFile file) {
        return file.session().map(announcedLengths::get);
    }

    int size() {
        return size + announcedLengths.size();
    }

    private static MediaFile betterKnown(MediaFile first, MediaFile second) {
        return second.owner().by().compareTo(first.owner().by()) < 0 ? second : first;
    }
}

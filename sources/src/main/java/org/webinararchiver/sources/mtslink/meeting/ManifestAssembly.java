package org.webinararchiver.sources.mtslink.meeting;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.sources.mtslink.log.RecordHeader;
import org.webinararchiver.sources.mtslink.meeting.Places.Place;

/** Makes the manifest of a meeting whose log has been read to its end. */
public final class ManifestAssembly {
    private static final int FIRST_VERSION = 1;

    private final String source;
    private final RecordHeader header;
    private final Meeting meeting;
    private final List<Place> places;
    private final Duration duration;

    public ManifestAssembly(String source, RecordHeader header, Meeting meeting) {
        this.source = source;
        this.header = header;
        this.meeting = meeting;
        this.places = new Places(meeting, header.startedAt()).all();
        this.duration = duration();
    }

    /**
     * The finished manifest.
     *
     * @param titleOtherwise for a recording that has none
     * @param page what the media hosts want to be told as {@code Referer}
     * @param twins where a file's twin is fetched from, where the log does not say and the platform has one
     * @param reading how much of the log was understood
     */
    public Manifest manifest(String titleOtherwise, URI page, Function<URI, Optional<URI>> twins, Reading reading) {
        return new Manifest(
                FIRST_VERSION,
                source,
                header.title().orElse(titleOtherwise),
                header.startedAt(),
                duration,
                meeting.people().participants(),
                meeting.people().lecturer(),
                tracks(),
                segments(twins),
                Map.of("Referer", page.toASCIIString()),
                proceedings(reading));
    }

    private Proceedings proceedings(Reading reading) {
        return new Proceedings(
                meeting.slides().shown(duration),
                meeting.slides().attachments(),
                meeting.messages().all(meeting.people(), header.startedAt()),
                List.copyOf(meeting.cuts()),
                reading);
    }

    private List<Track> tracks() {
        return places.stream()
                .collect(Collectors.groupingBy(place -> place.file().owner(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(owned -> track(owned.getKey(), owned.getValue()))
                .toList();
    }

    private Track track(MediaOwner owner, List<Place> files) {
        return new Track(
                owner.trackId(),
                owner.kind(),
                owner.person(meeting.people()).or(() -> sharing(owner, files)),
                files.stream().map(this::clip).toList(),
                owner.isPictured(meeting.people()));
    }

    /** A screen is known by its own number alone; whose it is, its files may tell. */
    private Optional<String> sharing(MediaOwner owner, List<Place> files) {
        return files.stream()
                .filter(place -> owner.kind() == Track.Kind.SCREEN)
                .flatMap(place -> place.file().participation().stream())
                .findFirst()
                .map(meeting.people()::ofParticipation);
    }

    private Clip clip(Place place) {
        var file = place.file();
        var end = place.end().or(() -> departure(file));
        return new Clip(file.segment().id(), file.at(), place.trim(), end);
    }

    /**
     * The end of whoever or whatever the file belongs to. It says nothing of a file whose length is announced: a person
     * whose connection broke is told to be gone while their camera goes on. Nor does one after the recording's own end.
     */
    private Optional<Duration> departure(MediaFile file) {
        if (meeting.media().announcedLength(file).isPresent()) {
            return Optional.empty();
        }
        var known = file.owner().identity().map(meeting.people()::numbers).orElse(List.of());
        var departures = Stream.concat(known.stream().map(Identity::leaving), Stream.of(Ending.OF_MEETING));
        return meeting.endings().after(file.at(), departures.toList()).filter(end -> end.compareTo(duration) < 0);
    }

    private List<Segment> segments(Function<URI, Optional<URI>> twins) {
        Collection<Segment> each = places.stream()
                .map(Place::file)
                .map(file -> file.segment().withLength(meeting.media().announcedLength(file)))
                .collect(Collectors.toMap(
                        Segment::id, segment -> segment, ManifestAssembly::betterKnown, LinkedHashMap::new))
                .values();
        return each.stream()
                .map(segment -> segment.withTwin(segment.twin().or(() -> twins.apply(segment.url()))))
                .toList();
    }

    private static Segment betterKnown(Segment first, Segment again) {
        return first.withTwin(first.twin().or(again::twin))
                .withLength(first.length().or(again::length));
    }

    private Duration duration() {
        var known = places.stream().map(place -> place.end().orElse(place.file().at()));
        return Stream.concat(known, header.duration().map(Stream::of).orElseGet(this::hints))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Where the description says nothing, the meeting's end and the files' announced lengths are better than that. */
    private Stream<Duration> hints() {
        return Stream.concat(
                meeting.endings().last(Ending.OF_MEETING).stream(),
                places.stream().flatMap(place -> endByHint(place).stream()));
    }

    private Optional<Duration> endByHint(Place place) {
        return meeting.media()
                .announcedLength(place.file())
                .map(length -> place.file().at().plus(length).minus(place.trim()));
    }
}

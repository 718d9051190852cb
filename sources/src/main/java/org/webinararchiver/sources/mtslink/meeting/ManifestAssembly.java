package org.webinararchiver.sources.mtslink.meeting;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.sources.mtslink.log.RecordHeader;

/** Makes the manifest of a meeting whose log has been read to its end. */
public final class ManifestAssembly {
    private static final int FIRST_VERSION = 1;

    private final String source;
    private final RecordHeader header;
    private final Meeting meeting;

    public ManifestAssembly(String source, RecordHeader header, Meeting meeting) {
        this.source = source;
        this.header = header;
        this.meeting = meeting;
    }

    /**
     * The finished manifest.
     *
     * @param titleOtherwise for a recording that has none
     * @param page what the media hosts want to be told as {@code Referer}
     */
    public Manifest manifest(String titleOtherwise, URI page) {
        var tracks = tracks();
        return new Manifest(
                FIRST_VERSION,
                source,
                header.title().orElse(titleOtherwise),
                header.startedAt(),
                duration(tracks),
                meeting.people().participants(),
                meeting.people().lecturer(),
                tracks,
                segments(),
                Map.of("Referer", page.toASCIIString()));
    }

    private List<Track> tracks() {
        return meeting.media().all().stream()
                .collect(Collectors.groupingBy(MediaFile::owner, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(owned -> track(owned.getKey(), owned.getValue()))
                .toList();
    }

    private Track track(MediaOwner owner, List<MediaFile> files) {
        return new Track(
                owner.trackId(),
                owner.kind(),
                owner.person(meeting.people()),
                files.stream().map(this::clip).toList());
    }

    private Clip clip(MediaFile file) {
        var end = meeting.endings().after(file.at(), file.endings());
        return new Clip(file.segment().id(), file.at(), Duration.ZERO, end);
    }

    private List<Segment> segments() {
        Collection<Segment> each = meeting.media().all().stream()
                .map(MediaFile::segment)
                .collect(Collectors.toMap(Segment::id, segment -> segment, (first, again) -> first, LinkedHashMap::new))
                .values();
        return List.copyOf(each);
    }

    private Duration duration(List<Track> tracks) {
        var known = tracks.stream()
                .flatMap(track -> track.clips().stream())
                .map(clip -> clip.end().orElse(clip.start()));
        return Stream.concat(known, header.duration().map(Stream::of).orElseGet(this::hints))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Where the description says nothing, the files' announced lengths are better than nothing. */
    private Stream<Duration> hints() {
        return meeting.media().all().stream().flatMap(file -> endByHint(file).stream());
    }

    private Optional<Duration> endByHint(MediaFile file) {
        return meeting.media().announcedLength(file).map(file.at()::plus);
    }
}

package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a recording consists of: tracks of clips on one time axis that begins with the recording.
 *
 * @param version counts from 1; a recording that grows gets a new manifest, this one never changes
 * @param source the name of the source that made it
 * @param title as its author wrote it; any characters, never blank
 * @param startedAt when the recording began, in the author's own offset
 * @param duration of the whole recording
 * @param participants everybody who is known by name, each once
 * @param lecturer the id of the participant who leads, where known
 * @param tracks each of one participant or shared screen
 * @param segments the media files that clips are cut from, each once
 * @param mediaHeaders what the media hosts want to be asked with, for example {@code Referer}; never a secret
 * @param proceedings what went on beside pictures and voices
 */
public record Manifest(
        int version,
        String source,
        String title,
        Optional<OffsetDateTime> startedAt,
        Duration duration,
        List<Participant> participants,
        Optional<String> lecturer,
        List<Track> tracks,
        List<Segment> segments,
        Map<String, String> mediaHeaders,
        Proceedings proceedings) {

    public Manifest {
        participants = List.copyOf(participants);
        tracks = List.copyOf(tracks);
        segments = List.copyOf(segments);
        mediaHeaders = Map.copyOf(mediaHeaders);
        Objects.requireNonNull(proceedings);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a recording does not last " + duration);
        }
        var known = segments.stream().map(Segment::id).collect(Collectors.toSet());
        if (known.size() != segments.size()) {
            throw new IllegalArgumentException("a segment is listed twice");
        }
        for (var track : tracks) {
            for (var clip : track.clips()) {
                if (!known.contains(clip.segment())) {
                    throw new IllegalArgumentException("a clip of " + track.id() + " is cut from no listed segment");
                }
            }
        }
    }

    /** A recording of which nothing is known but its pictures and voices. */
    public Manifest(
            int version,
            String source,
            String title,
            Optional<OffsetDateTime> startedAt,
            Duration duration,
            List<Participant> participants,
            Optional<String> lecturer,
            List<Track> tracks,
            List<Segment> segments,
            Map<String, String> mediaHeaders) {
        this(
                version,
                source,
                title,
                startedAt,
                duration,
                participants,
                lecturer,
                tracks,
                segments,
                mediaHeaders,
                Proceedings.NONE);
    }

    /** The same recording with another length and other tracks. */
    public Manifest with(Duration otherDuration, List<Track> otherTracks) {
        return new Manifest(
                version,
                source,
                title,
                startedAt,
                otherDuration,
                participants,
                lecturer,
                otherTracks,
                segments,
                mediaHeaders,
                proceedings);
    }

    /** Everything that is to be fetched, each file once: the media, then what was shown and handed out. */
    public List<WantedFile> wantedFiles() {
        var wanted = new LinkedHashMap<String, WantedFile>();
        var pictured = pictured();
        segments.forEach(each ->
                wanted.put(each.id(), new WantedFile(each, WantedFile.Kind.MEDIA, pictured.contains(each.id()))));
        proceedings
                .wantedFiles()
                .forEach(each -> wanted.putIfAbsent(each.segment().id(), each));
        return List.copyOf(wanted.values());
    }

    /** The ids of segments of tracks that had a picture at some time. */
    private Set<String> pictured() {
        return tracks.stream()
                .filter(Track::pictured)
                .flatMap(track -> track.clips().stream())
                .map(Clip::segment)
                .collect(Collectors.toSet());
    }

    public Map<String, Segment> segmentsById() {
        return segments.stream().collect(Collectors.toMap(Segment::id, Function.identity()));
    }
}

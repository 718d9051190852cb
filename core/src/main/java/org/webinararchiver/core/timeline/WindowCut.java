package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;

/** Cuts a manifest to a window and shifts it, so that the window's start is zero. */
final class WindowCut {
    private final Duration start;
    private final Optional<Duration> end;

    WindowCut(ManifestWindow window) {
        this.start = window.start();
        this.end = window.end();
    }

    Manifest cut(Manifest manifest) {
        var tracks = manifest.tracks().stream()
                .map(track -> cut(track, manifest.duration()))
                .filter(track -> !track.clips().isEmpty())
                .toList();
        var needed = tracks.stream()
                .flatMap(track -> track.clips().stream())
                .map(Clip::segment)
                .collect(Collectors.toSet());
        return new Manifest(
                manifest.version(),
                manifest.source(),
                manifest.title(),
                manifest.startedAt(),
                shifted(notAfterEnd(manifest.duration())),
                manifest.participants().stream().map(this::cut).toList(),
                manifest.lecturer(),
                tracks,
                manifest.segments().stream()
                        .filter(segment -> needed.contains(segment.id()))
                        .toList(),
                manifest.mediaHeaders(),
                cut(manifest.proceedings()));
    }

    private Track cut(Track track, Duration duration) {
        var clips = track.clips();
        var kept = IntStream.range(0, clips.size())
                .filter(i -> touches(clips.get(i).start(), overAtLatest(clips, i)))
                .mapToObj(i -> cut(clips.get(i), duration))
                .toList();
        return new Track(track.id(), track.kind(), track.participant(), kept, track.pictured());
    }

    /** Where it ends, or where the next one covers it; absent where only its file can tell. */
    private static Optional<Duration> overAtLatest(List<Clip> clips, int index) {
        var clip = clips.get(index);
        return clip.end()
                .or(() -> clips.subList(index + 1, clips.size()).stream()
                        .map(Clip::start)
                        .filter(next -> next.compareTo(clip.start()) > 0)
                        .findFirst());
    }

    /**
     * A clip without an end gets one where the window ends before the recording does. Where the window is longer, its
     * end would say that the recording is.
     */
    private Clip cut(Clip clip, Duration duration) {
        var skipped = clip.start().compareTo(start) < 0 ? start.minus(clip.start()) : Duration.ZERO;
        var until = clip.end().map(this::notAfterEnd).or(() -> end.filter(cut -> cut.compareTo(duration) < 0));
        return new Clip(clip.segment(), shifted(clip.start()), clip.trim().plus(skipped), until.map(this::shifted));
    }

    private Proceedings cut(Proceedings proceedings) {
        return new Proceedings(
                proceedings.slides().stream()
                        .filter(slide -> touches(slide.from(), Optional.of(slide.until())))
                        .map(this::cut)
                        .toList(),
                proceedings.attachments(),
                proceedings.messages().stream()
                        .filter(message -> holds(message.at()))
                        .map(this::cut)
                        .toList(),
                proceedings.cuts().stream()
                        .filter(this::holds)
                        .map(this::shifted)
                        .toList(),
                proceedings.reading());
    }

    private Slide cut(Slide slide) {
        return new Slide(
                slide.deck(),
                slide.name(),
                slide.picture(),
                shifted(slide.from()),
                shifted(notAfterEnd(slide.until())));
    }

    private Message cut(Message message) {
        return new Message(
                message.kind(),
                shifted(message.at()),
                message.sentAt(),
                message.participant(),
                message.author(),
                message.text());
    }

    /** The name that somebody has when the window begins, and those that they take within it. */
    private Participant cut(Participant participant) {
        if (participant.names().isEmpty()) {
            return participant;
        }
        var names = new ArrayList<Naming>();
        names.add(new Naming(Duration.ZERO, participant.nameAt(start)));
        participant.names().stream()
                .filter(naming -> naming.from().compareTo(start) > 0 && isBeforeEnd(naming.from()))
                .map(naming -> new Naming(shifted(naming.from()), naming.name()))
                .forEach(names::add);
        return new Participant(participant.id(), participant.name(), names);
    }

    /** Whether something has a part in the window, or at least its beginning. */
    private boolean touches(Duration from, Optional<Duration> until) {
        var isOver = from.compareTo(start) < 0
                && until.filter(over -> over.compareTo(start) <= 0).isPresent();
        return isBeforeEnd(from) && !isOver;
    }

    private boolean holds(Duration instant) {
        return instant.compareTo(start) >= 0 && isBeforeEnd(instant);
    }

    private boolean isBeforeEnd(Duration instant) {
        return end.stream().allMatch(cut -> instant.compareTo(cut) < 0);
    }

    private Duration notAfterEnd(Duration instant) {
        return Stream.concat(Stream.of(instant), end.stream())
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** On the window's own axis, where nothing is before its beginning. */
    private Duration shifted(Duration instant) {
        return instant.compareTo(start) > 0 ? instant.minus(start) : Duration.ZERO;
    }
}

package org.webinararchiver.sources.mtslink.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Ending;
import org.webinararchiver.sources.mtslink.meeting.Listing;
import org.webinararchiver.sources.mtslink.meeting.MediaFile;
import org.webinararchiver.sources.mtslink.meeting.MediaOwner;

/**
 * Reads a media session, {@code {id, url, hlsUrl, time, stream:{id, conference:{id}}}} or {@code stream:{id,
 * screensharing:{id}}}. The number of the conference can be missing.
 */
final class MediaSessionFields {
    private final Fields session;
    private final Optional<Fields> stream;
    private final Optional<Fields> screen;

    private MediaSessionFields(Fields session) {
        this.session = session;
        this.stream = session.object("stream");
        this.screen = stream.flatMap(fields -> fields.object("screensharing"));
    }

    static MediaFile fileAt(Duration at, Fields session) throws UnexpectedShape {
        return new MediaSessionFields(session).fileAt(at);
    }

    /** @param takenAt when the snapshot was taken that lists the session */
    static Listing listing(Duration at, Optional<Instant> takenAt, Fields session) throws UnexpectedShape {
        return new Listing(fileAt(at, session), session.epochTime("time"), takenAt);
    }

    private MediaFile fileAt(Duration at) throws UnexpectedShape {
        var url = session.rawText("url").orElseThrow(() -> new UnexpectedShape("no url"));
        var segment = WebAddress.segment(url).withTwin(WebAddress.in(session, "hlsUrl"));
        return new MediaFile(session.id("id"), segment, at, owner(segment), participation(), endings());
    }

    private MediaOwner owner(Segment segment) {
        return sourceId()
                .map(id -> owner(MediaOwner.By.SOURCE, id))
                .or(() -> participation().map(id -> owner(MediaOwner.By.PARTICIPATION, id)))
                .or(() -> streamId().map(id -> owner(MediaOwner.By.STREAM, id)))
                .orElseGet(() -> owner(MediaOwner.By.FILE, segment.id()));
    }

    private MediaOwner owner(MediaOwner.By by, String id) {
        return new MediaOwner(screen.isPresent() ? Track.Kind.SCREEN : Track.Kind.PERSON, by, id);
    }

    private List<Ending> endings() {
        var ofSource = screen.isPresent() ? Ending.Kind.SCREENSHARING : Ending.Kind.CONFERENCE;
        var ofStream = screen.isPresent() ? Ending.Kind.SCREENSHARING_STREAM : Ending.Kind.CONFERENCE_STREAM;
        return Stream.concat(
                        sourceId().map(id -> new Ending(ofSource, id)).stream(),
                        streamId().map(id -> new Ending(ofStream, id)).stream())
                .toList();
    }

    private Optional<String> sourceId() {
        return source().flatMap(fields -> fields.id("id"));
    }

    private Optional<String> participation() {
        return Stream.of(source(), stream, Optional.of(session))
                .flatMap(Optional::stream)
                .flatMap(fields -> fields.id("participationId").stream())
                .findFirst();
    }

    private Optional<String> streamId() {
        return stream.flatMap(fields -> fields.id("id"));
    }

    private Optional<Fields> source() {
        return screen.or(() -> stream.flatMap(fields -> fields.object("conference")));
    }
}

package org.webinararchiver.platform;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.secret.Pass;

/** Links and manifests that tests submit. */
public final class Samples {
    private Samples() {}

    /** A link that no other test has. */
    public static RecognisedLink link() {
        var key = UUID.randomUUID().toString();
        return new RecognisedLink(
                new RecordingLink("mts-link", URI.create("https://my.mts-link.ru/record/" + key), key), Pass.NONE);
    }

    /** A manifest of one camera in this many files of five seconds, all of one host. */
    public static Manifest manifest(int files) {
        var segments = IntStream.range(0, files)
                .mapToObj(number -> "https://media.example/" + number + ".mp4")
                .map(url -> Segment.known(url, URI.create(url)))
                .toList();
        var clips = IntStream.range(0, files)
                .mapToObj(number -> Clip.whole(segments.get(number).id(), Duration.ofSeconds(5L * number)))
                .toList();
        return new Manifest(
                1,
                "mts-link",
                "Algebra",
                Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00")),
                Duration.ofSeconds(5L * files),
                List.of(new Participant("7", "Anna")),
                Optional.of("7"),
                List.of(new Track("conference-1", Track.Kind.PERSON, Optional.of("7"), clips)),
                segments,
                Map.of("Referer", "https://my.mts-link.ru/"));
    }

    /** The same of a camera that was on, of which every file has a twin, on another host. */
    public static Manifest manifestWithTwins(int files) {
        var media = manifest(files);
        var camera = media.tracks().getFirst();
        return new Manifest(
                media.version(),
                media.source(),
                media.title(),
                media.startedAt(),
                media.duration(),
                media.participants(),
                media.lecturer(),
                List.of(new Track(camera.id(), camera.kind(), camera.participant(), camera.clips(), true)),
                media.segments().stream()
                        .map(file -> file.withTwin(Optional.of(URI.create("https://twins.example/" + file.id()))))
                        .toList(),
                media.mediaHeaders());
    }

    /** The same, and in it a slide that was shown twice, of a deck; both of another host. */
    public static Manifest manifestWithSlides(int files) {
        var media = manifest(files);
        var picture = Optional.of(URI.create("https://slides.example/1.png"));
        var slides = List.of(
                new Slide(Optional.of("3"), Optional.of("1"), picture, Duration.ZERO, Duration.ofSeconds(1)),
                new Slide(Optional.of("3"), Optional.of("1"), picture, Duration.ofSeconds(2), Duration.ofSeconds(3)));
        var deck = new Attachment("3", "Deck", URI.create("https://slides.example/deck.pptx"));
        return new Manifest(
                media.version(),
                media.source(),
                media.title(),
                media.startedAt(),
                media.duration(),
                media.participants(),
                media.lecturer(),
                media.tracks(),
                media.segments(),
                media.mediaHeaders(),
                new Proceedings(slides, List.of(deck), List.of(), List.of(), Reading.EVERYTHING));
    }
}

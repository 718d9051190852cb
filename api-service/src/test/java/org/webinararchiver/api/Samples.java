package org.webinararchiver.api;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;

/** Links and manifests that tests submit. */
public final class Samples {
    private static final AtomicLong SESSIONS = new AtomicLong(1_000_000);

    private Samples() {}

    /** A link that no other test has. */
    public static String link() {
        return "https://my.mts-link.ru/12345678/987654321/record-new/" + SESSIONS.incrementAndGet();
    }

    /** A manifest of two files of five seconds. */
    public static Manifest manifest() {
        var first = segment("https://media.example/1.mp4");
        var second = segment("https://media.example/2.mp4");
        var clips = List.of(Clip.whole(first.id(), Duration.ZERO), Clip.whole(second.id(), Duration.ofSeconds(5)));
        return new Manifest(
                1,
                "mts-link",
                "Algebra",
                Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00")),
                Duration.ofSeconds(10),
                List.of(),
                Optional.empty(),
                List.of(new Track("conference-1", Track.Kind.PERSON, Optional.empty(), clips)),
                List.of(first, second),
                Map.of());
    }

    /** A lesson of ten minutes with a lecturer who is seen, somebody who is heard, a screen, a slide and a message. */
    public static Manifest lesson(String lecturer) {
        var files = List.of(
                segment("https://media.example/a.mp4"),
                segment("https://media.example/b.mp4"),
                segment("https://media.example/s.mp4"));
        return new Manifest(
                1,
                "mts-link",
                "Algebra",
                Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00")),
                Duration.ofMinutes(10),
                List.of(new Participant("boris", "Boris"), new Participant("anna", lecturer)),
                Optional.of("anna"),
                List.of(
                        track("conference-2", Track.Kind.PERSON, "boris", clip(files.get(1), 1, 3), false),
                        track("conference-1", Track.Kind.PERSON, "anna", clip(files.get(0), 0, 10), true),
                        track("screen-3", Track.Kind.SCREEN, "anna", clip(files.get(2), 5, 8), true)),
                files,
                Map.of(),
                new Proceedings(
                        List.of(new Slide(
                                Optional.empty(),
                                Optional.of("7"),
                                Optional.of(URI.create("https://slides.example/7.jpg")),
                                Duration.ofMinutes(3),
                                Duration.ofMinutes(4))),
                        List.of(),
                        List.of(new Message(
                                Message.Kind.CHAT,
                                Duration.ofMinutes(2),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("Vera"),
                                "Good morning!")),
                        List.of(),
                        Reading.EVERYTHING));
    }

    private static Track track(String id, Track.Kind kind, String person, Clip clip, boolean pictured) {
        return new Track(id, kind, Optional.of(person), List.of(clip), pictured);
    }

    private static Clip clip(Segment file, int fromMinute, int untilMinute) {
        return new Clip(
                file.id(), Duration.ofMinutes(fromMinute), Duration.ZERO, Optional.of(Duration.ofMinutes(untilMinute)));
    }

    private static Segment segment(String url) {
        return Segment.known(url, URI.create(url));
    }
}

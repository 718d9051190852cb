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
import org.webinararchiver.core.manifest.Segment;
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

    private static Segment segment(String url) {
        return Segment.known(url, URI.create(url));
    }
}

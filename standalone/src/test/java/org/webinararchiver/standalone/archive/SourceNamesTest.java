package org.webinararchiver.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.manifest.TwinRun;

class SourceNamesTest {
    private static final Segment CAMERA = segment("https://media.example/a/1.mp4?key=x")
            .withTwin(Optional.of(URI.create("https://media.example/a/1/playlist.m3u8")));
    private static final Segment SAME_SECOND = segment("https://media.example/a/2.mp4");
    private static final Segment SCREEN = segment("https://media.example/a/3.WEBM");
    private static final Segment SLIDE = segment("https://media.example/slides/4.jpg");
    private static final Segment DECK = segment("https://media.example/files/5.pdf");
    private static final Segment OTHER = segment("https://media.example/files/other.bin");

    private static Segment segment(String url) {
        return Segment.known(url, URI.create(url));
    }

    private static final Manifest MANIFEST = new Manifest(
            1,
            "mts-link",
            "Algebra",
            Optional.empty(),
            Duration.ofHours(2),
            List.of(new Participant("a", "Anna/../Berg")),
            Optional.empty(),
            List.of(
                    new Track(
                            "1",
                            Track.Kind.PERSON,
                            Optional.of("a"),
                            List.of(
                                    Clip.whole(CAMERA.id(), Duration.ofMillis(65_000)),
                                    Clip.whole(SAME_SECOND.id(), Duration.ofMillis(65_500)))),
                    new Track(
                            "2",
                            Track.Kind.SCREEN,
                            Optional.empty(),
                            List.of(Clip.whole(SCREEN.id(), Duration.ofHours(1))))),
            List.of(CAMERA, SAME_SECOND, SCREEN),
            Map.of(),
            new Proceedings(
                    List.of(new Slide(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(SLIDE.url()),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(9))),
                    List.of(new Attachment("d", "Chapter 1.pdf", DECK.url())),
                    List.of(),
                    List.of(),
                    Reading.EVERYTHING));

    @Test
    void filesAreNamedByWhoseTheyAreAndWhenTheyBegin() {
        var names = SourceNames.of(MANIFEST);
        assertThat(names.of(CAMERA)).isEqualTo("Anna_.._Berg_0-01-05.mp4");
        assertThat(names.of(SAME_SECOND)).isEqualTo("Anna_.._Berg_0-01-05_2.mp4");
        assertThat(names.of(SCREEN)).isEqualTo("Screen_1-00-00.webm");
        assertThat(names.of(SLIDE)).isEqualTo("Slide_0-00-05.jpg");
        assertThat(names.of(DECK)).isEqualTo("Chapter 1.pdf");
        assertThat(names.of(OTHER)).isEqualTo("other.bin");
    }

    @Test
    void whatStandsInForAFileIsNamedByItAndWhenItBegins() {
        var names = SourceNames.of(MANIFEST);
        var twin = CAMERA.playlist().orElseThrow();
        assertThat(names.of(CAMERA)).isEqualTo("Anna_.._Berg_0-01-05.mp4");
        assertThat(names.of(twin, run(Duration.ZERO))).isEqualTo("Anna_.._Berg_0-01-05_playlist.mp4");
        assertThat(names.of(twin, run(Duration.ofSeconds(60)))).isEqualTo("Anna_.._Berg_0-02-05_playlist.mp4");
        assertThat(names.of(twin, run(Duration.ZERO)))
                .as("the sound of the same part")
                .isEqualTo("Anna_.._Berg_0-01-05_playlist_2.mp4");
    }

    /** A newer manifest may have another playlist. */
    @Test
    void whatStandsInForAFileThatIsNotKnownIsNamedByItsPlaylist() {
        var twin = segment("https://media.example/b/old.m3u8");
        assertThat(SourceNames.of(MANIFEST).of(twin, run(Duration.ZERO))).isEqualTo("old_playlist.mp4");
    }

    private static TwinRun run(Duration at) {
        return new TwinRun("0".repeat(32), 0, at);
    }
}

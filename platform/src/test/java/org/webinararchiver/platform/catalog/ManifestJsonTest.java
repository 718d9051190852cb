package org.webinararchiver.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.platform.Samples;

class ManifestJsonTest {
    private static final URI PICTURE = URI.create("https://media.example/1.png");

    private static final Manifest WHOLE = new Manifest(
            1,
            "mts-link",
            "Алгебра",
            Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00")),
            Duration.ofMillis(61_500),
            List.of(new Participant(
                    "7",
                    "Anna P.",
                    List.of(new Naming(Duration.ZERO, "Anna"), new Naming(Duration.ofSeconds(9), "Anna P.")))),
            Optional.of("7"),
            List.of(new Track(
                    "conference-1",
                    Track.Kind.PERSON,
                    Optional.of("7"),
                    List.of(new Clip(segment().id(), Duration.ofSeconds(1), Duration.ofMillis(250), Optional.empty())),
                    true)),
            List.of(segment()),
            Map.of("Referer", "https://my.mts-link.ru/"),
            new Proceedings(
                    List.of(new Slide(
                            Optional.of("3"),
                            Optional.of("1"),
                            Optional.of(PICTURE),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(3))),
                    List.of(new Attachment("3", "Deck", URI.create("https://media.example/deck.pptx"))),
                    List.of(new Message(
                            Message.Kind.QUESTION,
                            Duration.ofSeconds(4),
                            Optional.of(OffsetDateTime.parse("2026-01-28T17:06:32+03:00")),
                            Optional.of("8"),
                            Optional.of("Борис"),
                            "Why?\n\"Because\"")),
                    List.of(Duration.ofSeconds(5)),
                    Reading.of(12, Map.of("poll.add", 2), Map.of("no url", 1))));

    private static Segment segment() {
        return Samples.manifest(1)
                .segments()
                .getFirst()
                .withTwin(Optional.of(URI.create("https://media.example/0.mp4/playlist.m3u8")))
                .withLength(Optional.of(Duration.ofMillis(60_500)));
    }

    @Test
    void everythingComesBackAsItWas() throws IOException {
        assertThat(read(new String(ManifestJson.write(WHOLE), StandardCharsets.UTF_8)))
                .isEqualTo(WHOLE);
    }

    @Test
    void theNumberOfItsFormStandsFirst() throws IOException {
        assertThat(new String(ManifestJson.write(WHOLE), StandardCharsets.UTF_8))
                .startsWith("{\"form\":2,\"version\":1,");
    }

    @Test
    void oneManifestIsAlwaysWrittenTheSame() throws IOException {
        assertThat(ManifestJson.write(WHOLE))
                .isEqualTo(ManifestJson.write(ManifestJson.read(new ByteArrayInputStream(ManifestJson.write(WHOLE)))));
    }

    @Test
    void aManifestOfTheFirstFormIsStillRead() throws IOException {
        var manifest = read("""
                {"version":1,"source":"mts-link","title":"Algebra","startedAt":"2026-01-28T17:06:28+03:00",
                 "duration":"PT10S","participants":[{"id":"7","name":"Anna"}],"lecturer":"7",
                 "tracks":[{"id":"conference-1","kind":"PERSON","participant":"7","clips":[
                             {"segment":"5d41402abc4b2a76b9719d911017c592","start":"PT1S","trim":"PT0S","end":null}]},
                           {"id":"screensharing-2","kind":"SCREEN","participant":null,"clips":[]}],
                 "segments":[{"id":"5d41402abc4b2a76b9719d911017c592","url":"https://media.example/0.mp4"}],
                 "mediaHeaders":{"Referer":"https://my.mts-link.ru/"}}""");
        assertThat(manifest)
                .isEqualTo(new Manifest(
                        1,
                        "mts-link",
                        "Algebra",
                        Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00")),
                        Duration.ofSeconds(10),
                        List.of(new Participant("7", "Anna")),
                        Optional.of("7"),
                        List.of(
                                new Track(
                                        "conference-1",
                                        Track.Kind.PERSON,
                                        Optional.of("7"),
                                        List.of(Clip.whole("5d41402abc4b2a76b9719d911017c592", Duration.ofSeconds(1)))),
                                new Track("screensharing-2", Track.Kind.SCREEN, Optional.empty(), List.of())),
                        List.of(new Segment(
                                "5d41402abc4b2a76b9719d911017c592", URI.create("https://media.example/0.mp4"))),
                        Map.of("Referer", "https://my.mts-link.ru/")));
    }

    @Test
    void aManifestWrittenBeforeLengthsWereKeptIsStillRead() throws IOException {
        var written = new String(ManifestJson.write(WHOLE), StandardCharsets.UTF_8);
        var manifest = read(written.replace(",\"length\":\"PT1M0.5S\"", ""));

        assertThat(manifest.segments()).containsExactly(segment().withLength(Optional.empty()));
    }

    @Test
    void whatALaterProgramAddsIsLeftOut() throws IOException {
        var written = new String(ManifestJson.write(WHOLE), StandardCharsets.UTF_8);
        assertThat(read(written.replace("{\"form\":2,", "{\"form\":2,\"mood\":[1,{}],")))
                .isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"form\":3,\"version\":1}",
                "{\"form\":0}",
                "{\"form\":\"2\"}",
                "{\"form\":2}",
                "{}",
                "[]",
                "null",
                "",
                "{\"participants\":[1]}"
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    private static Manifest read(String json) throws IOException {
        return ManifestJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}

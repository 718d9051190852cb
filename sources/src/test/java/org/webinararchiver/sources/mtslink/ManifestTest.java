package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.sources.mtslink.Recording.camera;
import static org.webinararchiver.sources.mtslink.Recording.described;
import static org.webinararchiver.sources.mtslink.Recording.event;
import static org.webinararchiver.sources.mtslink.Recording.ofEvents;
import static org.webinararchiver.sources.mtslink.Recording.screen;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;

class ManifestTest {

    @Test
    void aMeetingBecomesTracksOfClips() throws Exception {
        var manifest = described("""
                {"name": "Лекция", "createAt": "2026-09-22T12:22:20+0300", "duration": 65.25, "user": {"id": 42},
                 "eventLogs": [
                  {"id": 1, "module": "eventsession.start", "time": 1790068940, "relativeTime": 0,
                   "snapshot": {"data": {"userlist": [{"role": "GUEST", "user": {"id": 43}},
                                                       {"role": "ADMIN", "user": {"id": 42}}]}}},
                  {"id": 2, "module": "userlist.online", "relativeTime": 0.1, "data": []},
                  {"id": 3, "module": "conference.add", "relativeTime": 1,
                   "data": {"id": 5, "hasVideo": true, "hasAudio": true, "participationId": 8,
                            "user": {"id": 42, "nickname": "Анна"}}},
                  {"id": 4, "module": "mediasession.add", "relativeTime": 1.234567,
                   "data": {"id": 10, "url": "https://media.example/a.mp4?sig=1", "time": 1790068941,
                            "stream": {"id": 6, "conference": {"id": 5}}}},
                  {"id": 5, "module": "mediasession.update", "relativeTime": 9, "data": {"id": 10, "duration": 900}},
                  {"id": 6, "module": "mediasession.add", "relativeTime": 20,
                   "data": {"id": 11, "url": "https://media.example/s.mp4",
                            "stream": {"id": 7, "screensharing": {"id": 9}, "conference": null}}}
                 ]}""");
        var camera = Segment.known("https://media.example/a.mp4", URI.create("https://media.example/a.mp4?sig=1"))
                .withLength(Optional.of(Duration.ofMinutes(15)));
        var screen = Segment.known("https://media.example/s.mp4", URI.create("https://media.example/s.mp4"));
        assertThat(manifest)
                .isEqualTo(new Manifest(
                        1,
                        "mts-link",
                        "Лекция",
                        Optional.of(OffsetDateTime.parse("2026-09-22T12:22:20+03:00")),
                        Duration.ofMillis(65_250),
                        List.of(new Participant("42", "Анна")),
                        Optional.of("42"),
                        List.of(
                                new Track(
                                        "conference-5",
                                        Track.Kind.PERSON,
                                        Optional.of("42"),
                                        List.of(Clip.whole(camera.id(), Duration.ofNanos(1_234_567_000))),
                                        true),
                                new Track(
                                        "screensharing-9",
                                        Track.Kind.SCREEN,
                                        Optional.empty(),
                                        List.of(Clip.whole(screen.id(), Duration.ofSeconds(20))))),
                        List.of(camera, screen),
                        Map.of("Referer", Recording.PAGE),
                        new Proceedings(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Reading.of(6, Map.of("userlist.online", 1), Map.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"name\":null,", "\"name\":\" \\n\",", "\"name\":5,"})
    void aRecordingWithoutATitleIsNamedByItsSession(String name) throws Exception {
        assertThat(described("{" + name + "\"eventLogs\":[" + camera("0", "a") + "]}")
                        .title())
                .isEqualTo("Webinar 3");
    }

    @Test
    void aStartThatCannotBeReadIsUnknown() throws Exception {
        assertThat(described("{\"createAt\":\"?\",\"eventLogs\":[" + camera("0", "a") + "]}")
                        .startedAt())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, PT60S", "4, PT7.5S", "7.5, PT7.5S", "-1, PT7.5S", "604801, PT7.5S", "\"60\", PT7.5S"})
    void theDurationCoversWhatIsKnownToBeThere(String announced, Duration expected) throws Exception {
        var manifest = described("{\"duration\":" + announced + ",\"eventLogs\":[" + camera("5", "a") + ","
                + event("conference.stream.delete", "7.5", "{\"id\":6}") + "]}");
        assertThat(manifest.duration()).isEqualTo(expected);
    }

    @Test
    void announcedLengthsHelpOnlyWhereNoDurationIsAnnounced() throws Exception {
        var events = "\"eventLogs\":[" + camera("5", "a") + ","
                + event("mediasession.update", "9", "{\"id\":10,\"duration\":30.5}") + "]}";
        assertThat(described("{" + events).duration()).isEqualTo(Duration.ofMillis(35_500));
        assertThat(described("{\"duration\":20," + events).duration()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void anAnnouncedLengthIsToldOfTheFile() throws Exception {
        var manifest = ofEvents(
                camera("5", "a"), camera("5", "b"), event("mediasession.update", "9", "{\"id\":10,\"duration\":30.5}"));
        assertThat(manifest.segments())
                .extracting(Segment::length)
                .containsOnly(Optional.of(Duration.ofMillis(30_500)));
        assertThat(ofEvents(camera("5", "a")).segments())
                .extracting(Segment::length)
                .containsExactly(Optional.empty());
    }

    @Test
    void anAnnouncedLengthCutsNoClip() throws Exception {
        var manifest = ofEvents(camera("5", "a"), event("mediasession.update", "9", "{\"id\":10,\"duration\":1}"));
        assertThat(onlyClips(manifest)).extracting(Clip::end).containsExactly(Optional.empty());
    }

    @Test
    void filesOfOneCameraMakeOneTrackInOrderOfTime() throws Exception {
        var manifest = ofEvents(camera("20", "b"), camera("10", "a"), camera("30", "c"));
        assertThat(onlyClips(manifest))
                .extracting(Clip::start)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void theSameFileAtTheSamePlaceCountsOnce() throws Exception {
        var manifest = ofEvents(camera("10", "a?x=1"), camera("10.0", "a?x=2"));
        assertThat(onlyClips(manifest)).hasSize(1);
        assertThat(manifest.segments()).extracting(Segment::url).hasToString("[https://media.example/a?x=1]");
    }

    @Test
    void theSameFileAtAnotherPlaceIsAnotherClip() throws Exception {
        var manifest = ofEvents(camera("10", "a"), camera("10.000001", "a"));
        assertThat(onlyClips(manifest)).hasSize(2);
        assertThat(manifest.segments()).hasSize(1);
    }

    @Test
    void ofTwoListingsTheOneThatKnowsTheSpeakerCounts() throws Exception {
        var anonymous = event("mediasession.add", "10", "{\"url\":\"https://media.example/a\"}");
        assertThat(trackIds(ofEvents(anonymous, camera("10", "a")))).containsExactly("conference-5");
        assertThat(trackIds(ofEvents(camera("10", "a"), anonymous))).containsExactly("conference-5");
    }

    @Test
    void aSharedScreenAndACameraWithTheSameNumberAreTwoTracks() throws Exception {
        var screenFive = event(
                "mediasession.add",
                "1",
                "{\"url\":\"https://media.example/s\",\"stream\":{\"screensharing\":{\"id\":5}}}");
        var manifest = ofEvents(camera("1", "a"), screenFive);
        assertThat(manifest.tracks()).extracting(Track::kind).containsExactly(Track.Kind.PERSON, Track.Kind.SCREEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"screensharing\":{\"id\":7,\"participationId\":8}} | 42",
                "{\"participationId\":8,\"screensharing\":{\"id\":7}} | 42",
                "{\"screensharing\":{\"id\":7,\"participationId\":9}} | participation-9",
                "{\"screensharing\":{\"id\":7}} |",
            })
    void aSharedScreenIsOfWhomItsFileNames(String stream, String participant) throws Exception {
        var manifest = ofEvents(
                event(
                        "conference.add",
                        "0",
                        "{\"id\":5,\"participationId\":8,\"user\":{\"id\":42,\"nickname\":\"Anna\"}}"),
                event("mediasession.add", "1", "{\"url\":\"https://media.example/s\",\"stream\":" + stream + "}"));
        assertThat(manifest.tracks().getFirst().participant()).isEqualTo(Optional.ofNullable(participant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":6,\"conference\":{\"id\":5,\"participationId\":8}} | conference-5",
                "{\"id\":6,\"conference\":{\"participationId\":8}} | conference-of-participation-8",
                "{\"id\":6,\"participationId\":8} | conference-of-participation-8",
                "{\"id\":6,\"conference\":{}} | conference-stream-6",
                "{\"id\":6,\"conference\":[]} | conference-stream-6",
                "{\"id\":6} | conference-stream-6",
                "{\"id\":6,\"screensharing\":{}} | screensharing-stream-6",
                "{\"screensharing\":{\"id\":7}} | screensharing-7",
            })
    void aTrackIsNamedByTheBestThatIsKnown(String stream, String track) throws Exception {
        var manifest = ofEvents(
                event("mediasession.add", "1", "{\"url\":\"https://media.example/a\",\"stream\":" + stream + "}"));
        assertThat(trackIds(manifest)).containsExactly(track);
    }

    @Test
    void twoUnknownSpeakersStayTwoTracks() throws Exception {
        var manifest = ofEvents(
                event("mediasession.add", "1", "{\"url\":\"https://media.example/a\"}"),
                event("mediasession.add", "1", "{\"url\":\"https://media.example/b\",\"stream\":null}"));
        assertThat(manifest.tracks()).hasSize(2);
    }

    @Test
    void everyRunNamesTracksAndSegmentsTheSame() throws Exception {
        assertThat(ofEvents(camera("1", "a"), screen("2", "s")))
                .isEqualTo(ofEvents(camera("1", "a"), screen("2", "s")));
    }

    private static List<Clip> onlyClips(Manifest manifest) {
        assertThat(manifest.tracks()).hasSize(1);
        return manifest.tracks().getFirst().clips();
    }

    private static List<String> trackIds(Manifest manifest) {
        return manifest.tracks().stream().map(Track::id).toList();
    }
}

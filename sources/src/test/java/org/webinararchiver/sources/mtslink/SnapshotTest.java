package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.webinararchiver.sources.mtslink.Recording.camera;
import static org.webinararchiver.sources.mtslink.Recording.event;
import static org.webinararchiver.sources.mtslink.Recording.ofEvents;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;

class SnapshotTest {
    private static final int NOON = 1_790_067_600;

    @Test
    void aFileThatTheLogAddsIsWhereTheLogAddsIt() throws Exception {
        assertThat(clips(ofEvents(snapshot(0, file("a", "")), camera("10", "a"), snapshot(20, file("a", "")))))
                .extracting(Clip::start)
                .containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void whatTheLogAddsAtTheSameMomentTakesThePlaceOfWhatASnapshotLists() throws Exception {
        var manifest = ofEvents(snapshot(10, file("a", "")), camera("10", "b"));
        assertThat(files(manifest)).containsExactly("/b");
    }

    @Test
    void aListedFileEndsWhereItsStreamEnds() throws Exception {
        var end = event("conference.stream.delete", "15", "{\"id\":6}");
        assertThat(clips(ofEvents(snapshot(10, file("a", "")), camera("20", "b"), end)))
                .extracting(Clip::end)
                .containsExactly(Optional.of(Duration.ofSeconds(15)), Optional.empty());
    }

    @Test
    void aListedFileEndsAtTheLatestWhereTheNextOfItsOwnerBegins() throws Exception {
        assertThat(clips(ofEvents(snapshot(10, file("a", "")), camera("20", "b"))))
                .extracting(Clip::end)
                .containsExactly(Optional.of(Duration.ofSeconds(20)), Optional.empty());
    }

    @Test
    void snapshotsCountInOrderOfTimeAndNotOfTheLog() throws Exception {
        assertThat(clips(ofEvents(snapshot(30, file("b", "")), snapshot(10, file("a", ""), file("b", "x")))))
                .extracting(Clip::start)
                .containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void ofTwoAtOneMomentTheLongerOneIsMeantWhereLengthsAreKnown() throws Exception {
        var first = "{\"id\":1,\"url\":\"https://media.example/a\",\"stream\":{\"conference\":{\"id\":5}}}";
        var second = "{\"id\":2,\"url\":\"https://media.example/b\",\"stream\":{\"conference\":{\"id\":5}}}";
        var lengthOfFirst = event("mediasession.update", "9", "{\"id\":1,\"duration\":30}");
        var lengthOfSecond = event("mediasession.update", "9", "{\"id\":2,\"duration\":3}");
        assertThat(files(ofEvents(snapshot(0, first), snapshot(0, second)))).containsExactly("/b");
        assertThat(files(ofEvents(snapshot(0, first), snapshot(0, second), lengthOfFirst, lengthOfSecond)))
                .containsExactly("/a");
    }

    @ParameterizedTest
    @CsvSource({
        // The file's own time, the snapshot's time, and what is over.
        "1790067605.5, 1790067610.75, PT5.25S",
        "1790067605, 1790067610.75, PT5.75S",
        "1790067610, 1790067610.75, PT0S",
        "1790067610.5, 1790067610.75, PT0.25S",
        "1790067620, 1790067610.75, PT0S",
        "0, 1790067610.75, PT0S",
        "-5, 1790067610.75, PT0S",
        "1e300, 1790067610.75, PT0S",
        "1789462000, 1790067610.75, PT0S",
        "\"1790067605\", 1790067610.75, PT0S",
        "null, 1790067610.75, PT0S",
        "1790067605, null, PT5S",
    })
    void aPrerollIsTheDifferenceOfTwoTimesThatMakeSense(String begun, String taken, Duration over) throws Exception {
        var session = "{\"url\":\"https://media.example/a\",\"time\":" + begun + "}";
        var snapshot = "{\"time\":" + taken + ",\"relativeTime\":10,\"snapshot\":{\"data\":{\"mediasession\":["
                + session + "]}}}";
        var manifest = Recording.described(
                "{\"createAt\":\"2026-09-22T12:00:00+03:00\",\"duration\":60,\"eventLogs\":[" + snapshot + "]}");
        assertThat(clips(manifest))
                .extracting(Clip::start, Clip::trim)
                .containsExactly(tuple(Duration.ofSeconds(10), over));
    }

    private static String snapshot(int at, String... sessions) {
        return "{\"time\":" + (NOON + at) + ",\"relativeTime\":" + at + ",\"snapshot\":{\"data\":{\"mediasession\":["
                + String.join(",", sessions) + "]}}}";
    }

    /** A file of conference 5, stream 6. */
    private static String file(String name, String query) {
        return "{\"url\":\"https://media.example/" + name + "?" + query
                + "\",\"stream\":{\"id\":6,\"conference\":{\"id\":5}}}";
    }

    private static List<Clip> clips(Manifest manifest) {
        return manifest.tracks().stream()
                .flatMap(track -> track.clips().stream())
                .toList();
    }

    private static List<String> files(Manifest manifest) {
        return manifest.segments().stream()
                .map(segment -> segment.url().getPath())
                .toList();
    }
}

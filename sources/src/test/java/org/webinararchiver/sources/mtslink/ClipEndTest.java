package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.sources.mtslink.Recording.camera;
import static org.webinararchiver.sources.mtslink.Recording.event;
import static org.webinararchiver.sources.mtslink.Recording.ofEvents;
import static org.webinararchiver.sources.mtslink.Recording.screen;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;

class ClipEndTest {
    private static final String DELETED_5 = "{\"id\":5,\"isDeleted\":true}";

    @Test
    void aDeletedStreamEndsItsClip() throws Exception {
        var manifest = ofEvents(camera("1", "a"), event("conference.stream.delete", "4.5", "{\"id\":6}"));
        assertThat(firstEnd(manifest)).contains(Duration.ofMillis(4_500));
    }

    @Test
    void aDeletedCameraEndsItsClip() throws Exception {
        assertThat(firstEnd(ofEvents(camera("1", "a"), event("conference.update", "4", DELETED_5))))
                .contains(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"screensharing.stream.delete | {\"id\":6}", "screensharing.update | {\"id\":7,\"isDeleted\":true}"
            })
    void aSharedScreenEndsLikeACamera(String module, String data) throws Exception {
        assertThat(firstEnd(ofEvents(screen("1", "a"), event(module, "4", data))))
                .contains(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "conference.stream.delete | {\"id\":5}",
                "conference.stream.delete | {\"id\":66}",
                "screensharing.stream.delete | {\"id\":6}",
                "screensharing.update | {\"id\":5,\"isDeleted\":true}",
                "conference.update | {\"id\":6,\"isDeleted\":true}",
                "conference.update | {\"id\":5,\"isDeleted\":false}",
                "conference.update | {\"id\":5}",
                "conference.add | {\"id\":5,\"isDeleted\":true}",
            })
    void theEndOfAnythingElseEndsNoClip(String module, String data) throws Exception {
        assertThat(firstEnd(ofEvents(camera("1", "a"), event(module, "4", data))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conference.delete", "userlist.offline", "eventsession.stop"})
    void aFileOfKnownLengthGoesOnWhoeverIsSaidToHaveLeft(String module) throws Exception {
        var speaker = event("conference.add", "0", "{\"id\":5,\"user\":{\"id\":5,\"nickname\":\"Anna\"}}");
        var left = event(module, "4", "{\"id\":5,\"user\":{\"id\":5}}");
        assertThat(firstEnd(ofEvents(speaker, camera("1", "a"), left))).contains(Duration.ofSeconds(4));
        var length = event("mediasession.update", "30", "{\"id\":10,\"duration\":29}");
        assertThat(firstEnd(ofEvents(speaker, camera("1", "a"), left, length))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1", "60", "61"})
    void aDepartureBeforeTheBeginningOrAfterTheEndSaysNothing(String at) throws Exception {
        assertThat(firstEnd(ofEvents(camera("1", "a"), event("eventsession.stop", at, "{}"))))
                .isEmpty();
    }

    @Test
    void aDepartureDoesNotMakeARecordingLonger() throws Exception {
        var manifest = ofEvents(camera("1", "a"), event("conference.delete", "90", "{\"id\":5}"));
        assertThat(manifest.duration()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theFirstEndCounts() throws Exception {
        var manifest = ofEvents(
                camera("1", "a"),
                event("conference.update", "9", DELETED_5),
                event("conference.stream.delete", "8", "{\"id\":6}"));
        assertThat(firstEnd(manifest)).contains(Duration.ofSeconds(8));
    }

    @Test
    void aCameraThatComesBackEndsTwice() throws Exception {
        var manifest = ofEvents(
                camera("1", "a"),
                event("conference.update", "4", DELETED_5),
                camera("10", "b"),
                event("conference.update", "14", DELETED_5),
                camera("20", "c"));
        assertThat(manifest.tracks().getFirst().clips())
                .extracting(Clip::end)
                .containsExactly(
                        Optional.of(Duration.ofSeconds(4)), Optional.of(Duration.ofSeconds(14)), Optional.empty());
    }

    @Test
    void anEndBelongsToWhatWasThereBeforeIt() throws Exception {
        var manifest = ofEvents(
                camera("1", "a"),
                camera("4", "b"),
                event("conference.update", "4", DELETED_5),
                camera("4.000001", "c"));
        assertThat(manifest.tracks().getFirst().clips())
                .extracting(Clip::end)
                .containsExactly(Optional.of(Duration.ofSeconds(4)), Optional.empty(), Optional.empty());
    }

    @Test
    void anEndMayBeLoggedBeforeItsBeginning() throws Exception {
        assertThat(firstEnd(ofEvents(event("conference.stream.delete", "4", "{\"id\":6}"), camera("1", "a"))))
                .contains(Duration.ofSeconds(4));
    }

    private static Optional<Duration> firstEnd(Manifest manifest) {
        return manifest.tracks().getFirst().clips().getFirst().end();
    }
}

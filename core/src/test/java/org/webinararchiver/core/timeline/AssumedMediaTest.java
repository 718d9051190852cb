package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.id;
import static org.webinararchiver.core.timeline.Recording.screen;
import static org.webinararchiver.core.timeline.Recording.seconds;

import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.MediaProbe;

class AssumedMediaTest {

    private static MediaProbe of(String file, Recording recording) {
        return AssumedMedia.of(recording.manifest()).get(id(file));
    }

    @Test
    void aPersonIsHeardAndSeenWhereTheSourceSaysSo() {
        var recording = Recording.lasting(10)
                .seen("Anna")
                .file("a", camera(10))
                .file("b", camera(10))
                .person("Anna", "a", 0)
                .person("Boris", "b", 0);

        assertThat(of("a", recording).video()).isPresent();
        assertThat(of("a", recording).audio()).isPresent();
        assertThat(of("b", recording).video()).isEmpty();
        assertThat(of("b", recording).audio()).isPresent();
    }

    @Test
    void aScreenIsSeenAndNotHeard() {
        var recording = Recording.lasting(10).file("s", screen(10)).screen("screen", "s", 0);

        assertThat(of("s", recording).video()).isPresent();
        assertThat(of("s", recording).audio()).isEmpty();
    }

    @Test
    void aClipLastsUntilItsEndElseTheNextOneElseTheRecordingsEnd() {
        var recording = Recording.lasting(30)
                .person("Anna", "first", 2, 0, 5)
                .person("Anna", "second", 8)
                .person("Anna", "third", 20);

        assertThat(of("first", recording).duration()).isEqualTo(seconds(3));
        assertThat(of("second", recording).duration()).isEqualTo(seconds(12));
        assertThat(of("third", recording).duration()).isEqualTo(seconds(10));
    }

    @Test
    void aFileIsAsLongAsTheSourceSaysButNoLongerThanTheRecording() {
        var recording = Recording.lasting(30)
                .person("Anna", "first", 2, 0, 5)
                .person("Anna", "second", 8)
                .person("Anna", "third", 20)
                .said("first", 9)
                .said("second", 4.5)
                .said("third", 10.5);

        assertThat(of("first", recording).duration()).isEqualTo(seconds(9));
        assertThat(of("second", recording).duration()).isEqualTo(seconds(4.5));
        assertThat(of("third", recording).duration()).isEqualTo(seconds(10));
    }

    @Test
    void noFileIsSaidToLastNoTime() {
        var recording = Recording.lasting(30).person("Anna", "file", 2).said("file", 0);

        assertThat(of("file", recording).duration()).isEqualTo(seconds(28));
    }

    @Test
    void whatIsTrimmedAwayIsInTheFileToo() {
        var recording = Recording.lasting(30).person("Anna", "file", 2, 4, 5);

        assertThat(of("file", recording).duration()).isEqualTo(seconds(7));
    }

    @Test
    void aFileThatSeveralClipsAreCutFromIsAsLongAsTheLongestNeeds() {
        var recording = Recording.lasting(30).person("Anna", "file", 0, 0, 5).person("Boris", "file", 10, 5, 20);

        assertThat(of("file", recording).duration()).isEqualTo(seconds(15));
    }

    @Test
    void aClipThatBeginsAfterTheRecordingsEndLastsNoTime() {
        var recording = Recording.lasting(5).person("Anna", "file", 10);

        assertThat(of("file", recording).duration()).isZero();
    }

    @Test
    void whatIsAssumedLastsAsLongAsTheRecording() {
        var recording = Recording.lasting(30).seen("Anna").person("Anna", "a", 3);
        var timeline = Timeline.of(recording.manifest(), AssumedMedia.of(recording.manifest()));

        assertThat(timeline.duration()).isEqualTo(seconds(30));
        assertThat(timeline.gaps()).isEmpty();
    }
}

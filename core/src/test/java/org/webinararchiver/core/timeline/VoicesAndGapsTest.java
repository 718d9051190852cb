package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.id;
import static org.webinararchiver.core.timeline.Recording.late;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.seconds;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoicesAndGapsTest {

    @Test
    void voicesOfSeveralTracksOverlap() {
        var timeline = Recording.lasting(10)
                .file("a", camera(10))
                .file("b", microphone(4))
                .person("Anna", "a", 0)
                .person("Boris", "b", 3)
                .timeline();

        assertThat(timeline.voices()).containsExactly(voice("a", "Anna", 0, 0, 10), voice("b", "Boris", 0, 3, 4));
    }

    @Test
    void voicesOfOneTrackDoNot() {
        var timeline = Recording.lasting(10)
                .file("a", camera(6))
                .file("b", microphone(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .timeline();

        assertThat(timeline.voices()).containsExactly(voice("a", "Anna", 0, 0, 5), voice("b", "Anna", 0, 5, 5));
    }

    @Test
    void soundIsPlacedByItsOwnStartNotThePictures() {
        var timeline = Recording.lasting(10)
                .file("a", late(1, 0.25, 4))
                .person("Anna", "a", 2, 0.1, 5)
                .timeline();

        assertThat(timeline.voices()).containsExactly(voice("a", "Anna", 0.25, 2.15, 2.85));
    }

    @Test
    void nothingIsMissingWhereEveryFileIsThere() {
        var timeline = Recording.lasting(20)
                .file("a", camera(5))
                .person("Anna", "a", 0)
                .timeline();

        assertThat(timeline.gaps()).isEmpty();
    }

    @Test
    void aMissingFileIsMissedUntilItsClipsEnd() {
        var timeline = Recording.lasting(20).person("Anna", "a", 2, 0, 7).timeline();

        assertThat(timeline.gaps()).containsExactly(gap("a", "Anna", 2, 7));
    }

    @Test
    void aMissingFileOfUnknownLengthIsMissedUntilTheNextOne() {
        var timeline = Recording.lasting(20)
                .file("b", camera(5))
                .person("Anna", "a", 2)
                .person("Anna", "b", 6)
                .timeline();

        assertThat(timeline.gaps()).containsExactly(gap("a", "Anna", 2, 6));
    }

    @Test
    void theLastFileOfUnknownLengthIsMissedUntilTheEnd() {
        var timeline = Recording.lasting(20).person("Anna", "a", 2).timeline();

        assertThat(timeline.gaps()).containsExactly(gap("a", "Anna", 2, 20));
    }

    @Test
    void aFileThatWasToStartAfterTheEndIsMissedForNoTime() {
        var timeline = Recording.lasting(1).person("Anna", "a", 2).timeline();

        assertThat(timeline.gaps()).containsExactly(gap("a", "Anna", 2, 2));
    }

    @Test
    void gapsAreListedInOrderOfTime() {
        var timeline = Recording.lasting(20)
                .person("Anna", "a", 9)
                .person("Boris", "b", 3)
                .timeline();

        assertThat(timeline.gaps()).extracting(Gap::segment).containsExactly(id("b"), id("a"));
    }

    private static Voice voice(String file, String track, double from, double at, double lasting) {
        return new Voice(id(file), track, seconds(from), seconds(at), seconds(lasting));
    }

    private static Gap gap(String file, String track, double from, double until) {
        return new Gap(id(file), track, Optional.of(track), seconds(from), seconds(until));
    }
}

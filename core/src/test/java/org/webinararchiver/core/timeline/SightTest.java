package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.id;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.screen;
import static org.webinararchiver.core.timeline.Recording.seconds;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** Who or what is shown when several have a picture. */
class SightTest {

    @Test
    void aSharedScreenIsShownFromItsBeginningToItsEnd() {
        var recording = Recording.lasting(20)
                .ledBy("Anna")
                .file("a", camera(20))
                .file("s", screen(5.25))
                .person("Anna", "a", 0)
                .screen("screen", "s", 7.5);

        assertThat(shown(recording))
                .containsExactly(
                        "Anna from 0.0 (file at 0.0) to 7.5",
                        "screen from 7.5 (file at 0.0) to 12.75",
                        "Anna from 12.75 (file at 12.75) to 20.0");
    }

    @Test
    void aScreenIsMoreThanAnyCamera() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", camera(10))
                .file("b", camera(10))
                .file("s", screen(10))
                .person("Anna", "a", 0)
                .person("Boris", "b", 0)
                .screen("screen", "s", 0);

        assertThat(shown(recording)).containsExactly("screen from 0.0 (file at 0.0) to 10.0");
    }

    @Test
    void theLecturerIsShownHoweverLongOthersAreSeen() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", camera(2))
                .file("b", camera(10))
                .person("Boris", "b", 0)
                .person("Anna", "a", 4);

        assertThat(shown(recording))
                .containsExactly(
                        "Boris from 0.0 (file at 0.0) to 4.0",
                        "Anna from 4.0 (file at 0.0) to 6.0",
                        "Boris from 6.0 (file at 6.0) to 10.0");
    }

    @Test
    void ofOtherPeopleTheOneWithMostPictureIsShown() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", microphone(10))
                .file("b", camera(2))
                .file("c", camera(3))
                .person("Anna", "a", 0)
                .person("Boris", "b", 0)
                .person("Clara", "c", 0);

        assertThat(shown(recording)).containsExactly("Clara from 0.0 (file at 0.0) to 3.0", "black from 3.0 to 10.0");
    }

    @Test
    void whoIsShownStaysThoughSomebodyWithMorePictureComes() {
        var recording = Recording.lasting(20)
                .file("b", camera(8))
                .file("c", camera(15))
                .person("Boris", "b", 0)
                .person("Clara", "c", 5);

        assertThat(shown(recording))
                .containsExactly("Boris from 0.0 (file at 0.0) to 8.0", "Clara from 8.0 (file at 3.0) to 20.0");
    }

    @Test
    void ofTwoEquallyLongTheFirstOfTheManifestIsShown() {
        var recording = Recording.lasting(5)
                .file("b", camera(5))
                .file("c", camera(5))
                .person("Boris", "b", 0)
                .person("Clara", "c", 0);

        assertThat(shown(recording)).containsExactly("Boris from 0.0 (file at 0.0) to 5.0");
    }

    @Test
    void theLecturersScreenIsShownThoughAnotherIsSharedLater() {
        var recording = Recording.lasting(10)
                .ledBy("Anna's screen")
                .file("s", screen(10))
                .file("t", screen(4))
                .screen("Anna's screen", "s", 0)
                .screen("Boris's screen", "t", 3);

        assertThat(shown(recording)).containsExactly("Anna's screen from 0.0 (file at 0.0) to 10.0");
    }

    @Test
    void ofOtherScreensTheOneSharedLastIsShown() {
        var recording = Recording.lasting(10)
                .file("s", screen(10))
                .file("t", screen(4))
                .screen("Boris's screen", "s", 0)
                .screen("Clara's screen", "t", 3);

        assertThat(shown(recording))
                .containsExactly(
                        "Boris's screen from 0.0 (file at 0.0) to 3.0",
                        "Clara's screen from 3.0 (file at 0.0) to 7.0",
                        "Boris's screen from 7.0 (file at 7.0) to 10.0");
    }

    @Test
    void aShortHoleOfAScreenDoesNotShowTheCamera() {
        var recording = Recording.lasting(10)
                .file("a", camera(10))
                .file("s", screen(4.501))
                .file("t", screen(5))
                .person("Anna", "a", 0)
                .screen("screen", "s", 0)
                .screen("screen", "t", 5);

        assertThat(shown(recording))
                .containsExactly("screen from 0.0 (file at 0.0) to 5.0", "screen from 5.0 (file at 0.0) to 10.0");
    }

    @Test
    void aHoleOfHalfASecondShowsTheCamera() {
        var recording = Recording.lasting(10)
                .file("a", camera(10))
                .file("s", screen(4.5))
                .file("t", screen(5))
                .person("Anna", "a", 0)
                .screen("screen", "s", 0)
                .screen("screen", "t", 5);

        assertThat(shown(recording))
                .containsExactly(
                        "screen from 0.0 (file at 0.0) to 4.5",
                        "Anna from 4.5 (file at 4.5) to 5.0",
                        "screen from 5.0 (file at 0.0) to 10.0");
    }

    @Test
    void aCameraDoesNotFlashUpBetweenTwoScreens() {
        var recording = Recording.lasting(10)
                .file("a", camera(10))
                .file("s", screen(4.6))
                .file("t", screen(5))
                .person("Anna", "a", 0)
                .screen("Anna's screen", "s", 0)
                .screen("Boris's screen", "t", 5);

        assertThat(shown(recording))
                .containsExactly(
                        "Anna's screen from 0.0 (file at 0.0) to 5.0", "Boris's screen from 5.0 (file at 0.0) to 10.0");
    }

    @Test
    void aShortHoleOfACameraDoesNotShowAnotherOne() {
        var recording = Recording.lasting(20)
                .file("a", camera(9.7))
                .file("b", camera(10))
                .file("c", camera(20))
                .ledBy("Anna")
                .person("Anna", "a", 0)
                .person("Anna", "b", 10)
                .person("Clara", "c", 0);

        assertThat(shown(recording))
                .containsExactly("Anna from 0.0 (file at 0.0) to 10.0", "Anna from 10.0 (file at 0.0) to 20.0");
    }

    @Test
    void whereALostFileBelongsAnotherCameraIsShown() {
        var recording = Recording.lasting(15)
                .ledBy("Anna")
                .file("a", camera(5))
                .file("b", camera(15))
                .file("c", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "lost", 5)
                .person("Anna", "c", 10)
                .person("Boris", "b", 0);

        assertThat(shown(recording))
                .containsExactly(
                        "Anna from 0.0 (file at 0.0) to 5.0",
                        "Boris from 5.0 (file at 5.0) to 10.0",
                        "Anna from 10.0 (file at 0.0) to 15.0");
        assertThat(recording.timeline().gaps())
                .extracting(Gap::segment, Gap::from, Gap::until)
                .containsExactly(org.assertj.core.api.Assertions.tuple(id("lost"), seconds(5), seconds(10)));
    }

    private static List<String> shown(Recording recording) {
        return recording.timeline().picture().stretches().stream()
                .map(SightTest::words)
                .toList();
    }

    private static String words(Stretch stretch) {
        var from = stretch.at().toMillis() / 1000.0;
        var to = stretch.end().toMillis() / 1000.0;
        return switch (stretch) {
            case Footage footage ->
                "%s from %s (file at %s) to %s"
                        .formatted(footage.track(), from, footage.from().toMillis() / 1000.0, to);
            case Blank blank -> "black from %s to %s".formatted(from, to);
        };
    }
}

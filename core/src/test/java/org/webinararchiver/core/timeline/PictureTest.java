package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.id;
import static org.webinararchiver.core.timeline.Recording.late;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.seconds;

import org.junit.jupiter.api.Test;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

class PictureTest {

    @Test
    void adjoiningFilesFollowOneAnother() {
        var picture = Recording.lasting(10)
                .file("a", camera(5))
                .file("b", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(footage("a", 0, 0, 0, 5, 0), footage("b", 5, 0, 0, 5, 0));
    }

    @Test
    void aHoleUnderHalfASecondIsHeld() {
        var picture = Recording.lasting(10)
                .file("a", camera(4.501))
                .file("b", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .timeline()
                .picture();

        assertThat(picture.stretches())
                .containsExactly(footage("a", 0, 0, 0, 4.501, 0.499), footage("b", 5, 0, 0, 5, 0));
    }

    @Test
    void aHoleOfHalfASecondIsBlank() {
        var picture = Recording.lasting(10)
                .file("a", camera(4.5))
                .file("b", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .timeline()
                .picture();

        assertThat(picture.stretches())
                .containsExactly(footage("a", 0, 0, 0, 4.5, 0), blank(4.5, 0.5), footage("b", 5, 0, 0, 5, 0));
    }

    @Test
    void aShortHoleAtTheBeginningShowsTheFirstFrameEarly() {
        var picture = Recording.lasting(5)
                .file("a", camera(4.6))
                .person("Anna", "a", 0.4)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(footage("a", 0, 0.4, 0, 4.6, 0));
    }

    @Test
    void aLongHoleAtEitherEndIsBlank() {
        var picture = Recording.lasting(9)
                .file("a", camera(5))
                .person("Anna", "a", 2)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(blank(0, 2), footage("a", 2, 0, 0, 5, 0), blank(7, 2));
    }

    @Test
    void theLaterOfTwoOverlappingFilesWinsFromItsStart() {
        var picture = Recording.lasting(10)
                .file("a", camera(7))
                .file("b", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(footage("a", 0, 0, 0, 5, 0), footage("b", 5, 0, 0, 5, 0));
    }

    @Test
    void theEarlierFileShowsAgainAfterAShortOne() {
        var picture = Recording.lasting(10)
                .file("a", camera(10))
                .file("b", camera(2))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .timeline()
                .picture();

        assertThat(picture.stretches())
                .containsExactly(footage("a", 0, 0, 0, 5, 0), footage("b", 5, 0, 0, 2, 0), footage("a", 7, 0, 7, 3, 0));
    }

    @Test
    void anEarlierFileDoesNotFlashUpForLessThanHalfASecond() {
        var picture = Recording.lasting(12)
                .file("a", camera(7.4))
                .file("b", camera(2))
                .file("c", camera(2))
                .person("Anna", "a", 0)
                .person("Anna", "b", 5)
                .person("Anna", "c", 10)
                .timeline()
                .picture();

        assertThat(picture.stretches())
                .containsExactly(
                        footage("a", 0, 0, 0, 5, 0),
                        footage("b", 5, 0, 0, 2, 0),
                        blank(7, 3),
                        footage("c", 10, 0, 0, 2, 0));
    }

    @Test
    void ofTwoThatBeginTogetherTheOneListedLaterIsShown() {
        var picture = Recording.lasting(5)
                .file("a", camera(5))
                .file("b", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 0)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(footage("b", 0, 0, 0, 5, 0));
    }

    @Test
    void aClipIsTrimmedAndCut() {
        var picture = Recording.lasting(10)
                .file("a", camera(20))
                .person("Anna", "a", 1, 3, 8)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(blank(0, 1), footage("a", 1, 0, 3, 7, 0), blank(8, 2));
    }

    @Test
    void aClipsEndAfterItsFilesEndChangesNothing() {
        var picture = Recording.lasting(6)
                .file("a", camera(3))
                .person("Anna", "a", 0, 0, 5)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(footage("a", 0, 0, 0, 3, 0), blank(3, 3));
    }

    @Test
    void aPictureThatStartsLaterThanItsFileIsPlacedLater() {
        var picture = Recording.lasting(9)
                .file("a", late(1, 0, 4))
                .person("Anna", "a", 2)
                .timeline()
                .picture();

        assertThat(picture.stretches()).containsExactly(blank(0, 3), footage("a", 3, 0, 1, 4, 0), blank(7, 2));
    }

    @Test
    void trimmingLessThanTheLateStartOnlyMovesThePicture() {
        var picture = Recording.lasting(9)
                .file("a", late(1, 0, 4))
                .person("Anna", "a", 2, 0.75, 9)
                .timeline()
                .picture();

        assertThat(picture.stretches())
                .containsExactly(blank(0, 2.25), footage("a", 2.25, 0, 1, 4, 0), blank(6.25, 2.75));
    }

    @Test
    void aClipTrimmedToNothingIsNotShown() {
        var timeline = Recording.lasting(4)
                .file("a", camera(2))
                .person("Anna", "a", 1, 2, 4)
                .timeline();

        assertThat(timeline.picture().stretches()).containsExactly(blank(0, 4));
        assertThat(timeline.voices()).isEmpty();
    }

    @Test
    void aFileThatGoesOnForLongerMakesTheRecordingLonger() {
        var timeline =
                Recording.lasting(4).file("a", camera(5)).person("Anna", "a", 1).timeline();

        assertThat(timeline.duration()).isEqualTo(seconds(6));
        assertThat(timeline.picture().duration()).isEqualTo(seconds(6));
    }

    @Test
    void aRecordingOfNoTimeHasNoStretches() {
        var timeline = Recording.lasting(0).timeline();

        assertThat(timeline.duration()).isZero();
        assertThat(timeline.picture().stretches()).isEmpty();
    }

    @Test
    void aRecordingOfVoicesAloneIsBlank() {
        var timeline = Recording.lasting(3)
                .file("a", microphone(3))
                .person("Anna", "a", 0)
                .timeline();

        assertThat(timeline.picture().stretches()).containsExactly(blank(0, 3));
    }

    private static Footage footage(String file, double at, double lead, double from, double playing, double held) {
        return new Footage(
                id(file), "Anna", seconds(at), seconds(lead), seconds(from), seconds(playing), seconds(held));
    }

    private static Blank blank(double at, double lasting) {
        return new Blank(seconds(at), seconds(lasting));
    }
}

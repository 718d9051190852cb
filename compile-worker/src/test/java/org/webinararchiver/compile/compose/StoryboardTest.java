package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.layout.Seating;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Span;

/** Into which windows a recording is divided. */
class StoryboardTest {
    private static final Stage CAMERA = new Stage.Camera(Scenery.seen("Anna"));
    private static final Stage SCREEN = new Stage.Screen("screen");
    private static final Stage SLIDE = new Stage.OfSlide(Scenery.SLIDE);

    private final List<Ground> grounds = new ArrayList<>();

    @Test
    void aWindowIsHalfAMinuteLongAndTheLastOneTakesWhatLittleIsLeft() {
        shown(SLIDE, 61_000);

        assertThat(windows()).containsExactly(0L, 30_000L, 61_000L);
    }

    @Test
    void aWindowEndsAtTheWholeSecondAfterALivelyStageBecomesAStillOne() {
        shown(CAMERA, 10_300);
        shown(SLIDE, 29_700);

        assertThat(windows()).containsExactly(0L, 11_000L, 40_000L);
    }

    @Test
    void aWindowEndsAtTheWholeSecondBeforeAStillStageBecomesALivelyOne() {
        shown(SLIDE, 10_700);
        shown(CAMERA, 29_300);

        assertThat(windows()).containsExactly(0L, 10_000L, 40_000L);
    }

    @Test
    void aSharedScreenHasAWindowOfItsOwnToo() {
        shown(SLIDE, 20_000);
        shown(SCREEN, 20_000);
        shown(SLIDE, 20_000);

        assertThat(windows()).containsExactly(0L, 20_000L, 40_000L, 60_000L);
    }

    @Test
    void noWindowIsShorterThanTwoSecondsHoweverOftenTheStageChanges() {
        shown(CAMERA, 500);
        shown(SLIDE, 9_500);

        assertThat(windows()).containsExactly(0L, 2_000L, 10_000L);
    }

    /** Where they begin, and where the last one ends, in milliseconds. */
    private List<Long> windows() {
        var windows = new Storyboard(grounds, List.of()).windows();
        var times = new ArrayList<Long>();
        windows.forEach(window -> times.add(window.time().from().toMillis()));
        times.add(windows.getLast().time().until().toMillis());
        return times;
    }

    private void shown(Stage stage, long millis) {
        var from = grounds.isEmpty()
                ? Duration.ZERO
                : grounds.getLast().scene().time().until();
        var scene = new Scene(new Span(from, from.plusMillis(millis)), stage, List.of(), 0, 0);
        grounds.add(new Ground(scene, seating()));
    }

    private static Seating seating() {
        return new Seating(
                Optional.of(new Box(0, 0, 640, 360)), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}

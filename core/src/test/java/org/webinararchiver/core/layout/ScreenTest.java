package org.webinararchiver.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many there are, everything is on the screen, nothing covers anything, and tiles keep their proportions. */
class ScreenTest {
    private static final Screen FULL_HD = new Screen(new Size(1920, 1080));

    static Stream<Screen> screens() {
        return Stream.of(
                        new Size(1920, 1080),
                        new Size(1280, 720),
                        new Size(854, 480),
                        new Size(640, 360),
                        new Size(1024, 768),
                        new Size(720, 1280),
                        new Size(3840, 2160))
                .map(Screen::new);
    }

    private static void holds(Screen screen, Seating seating, int seats) {
        assertThat(seating.seats()).hasSize(seats);
        var whole = new Box(0, 0, screen.size().width(), screen.size().height());
        var boxes = new ArrayList<Box>();
        seating.stage().ifPresent(boxes::add);
        seating.stageName().ifPresent(boxes::add);
        seating.seats().forEach(seat -> boxes.addAll(List.of(seat.picture(), seat.label())));
        seating.more().ifPresent(boxes::add);
        seating.chat().ifPresent(boxes::add);
        assertThat(boxes).allMatch(whole::holds);
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(boxes.get(one).overlaps(boxes.get(other)))
                        .as("%s and %s of %s", boxes.get(one), boxes.get(other), seating)
                        .isFalse();
            }
        }
        assertThat(seating.seats()).allSatisfy(seat -> {
            var picture = seat.picture();
            assertThat((double) picture.width() / picture.height()).isCloseTo(16.0 / 9, within(0.15));
            assertThat(seat.label().y()).isEqualTo(picture.bottom());
        });
    }

    @ParameterizedTest
    @MethodSource("screens")
    void besideAStageThereIsRoomForSomePeople(Screen screen) {
        for (var chat : List.of(true, false)) {
            int places = screen.placesBesideStage(chat);
            assertThat(places).isGreaterThanOrEqualTo(2);
            holds(screen, screen.besideStage(0, false, true), 0);
            for (int people = 1; people <= places; people++) {
                holds(screen, screen.besideStage(people, true, chat), people);
                holds(screen, screen.besideStage(people, false, chat), people);
                holds(screen, screen.named(screen.besideStage(people, true, chat)), people);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aGalleryHasRoomForTwentyFivePeopleAndWhatIsShared(Screen screen) {
        IntStream.rangeClosed(1, Screen.placesInGallery() + 1).forEach(tiles -> {
            holds(screen, screen.gallery(tiles, false, false, false), tiles);
            holds(screen, screen.gallery(tiles, false, true, true), tiles);
            holds(screen, screen.gallery(tiles, true, true, false), tiles - 1);
            assertThat(screen.gallery(tiles, true, false, false).stage()).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theNameOfWhoeverIsOnTheStageIsRightBelowIt(Screen screen) {
        var stage = screen.besideStage(2, false, true).stage().orElseThrow();
        var named = screen.named(screen.besideStage(2, false, true));
        var name = named.stageName().orElseThrow();

        assertThat(named.stage()).hasValue(new Box(stage.x(), stage.y(), stage.width(), name.y() - stage.y()));
        assertThat(name.bottom()).isBetween(stage.bottom() - 2, stage.bottom());
        assertThat(name.height()).isEqualTo(named.seats().getFirst().label().height());
        assertThat(screen.gallery(4, true, false, false).stageName()).isPresent();
        assertThat(screen.gallery(4, false, false, false).stageName()).isEmpty();
    }

    /** Not even a line of pixels beside it is left. */
    @ParameterizedTest
    @MethodSource("screens")
    void aCameraOfTheUsualProportionsFillsItsTile(Screen screen) {
        for (int people = 1; people <= screen.placesBesideStage(true); people++) {
            fillTiles(screen.besideStage(people, false, true));
        }
        for (int tiles = 1; tiles <= Screen.placesInGallery(); tiles++) {
            fillTiles(screen.gallery(tiles, false, true, true));
        }
    }

    private static void fillTiles(Seating seating) {
        assertThat(seating.seats())
                .extracting(Seat::picture)
                .allSatisfy(tile ->
                        assertThat(tile.fitting(new Size(1280, 720), 10)).isEqualTo(tile));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aGalleryIsInTheMiddle(Screen screen) {
        for (int tiles = 1; tiles <= Screen.placesInGallery(); tiles++) {
            var seats = screen.gallery(tiles, false, false, false).seats();
            int above = seats.getFirst().picture().y();
            int below = screen.size().height() - seats.getLast().label().bottom();
            assertThat(below - above).isBetween(-4, 4);
        }
    }

    @Test
    void whatIsAloneFillsTheScreen() {
        assertThat(FULL_HD.filled().stage()).hasValue(new Box(0, 0, 1920, 1080));
        assertThat(FULL_HD.filled().stageName()).isEmpty();
    }

    @Test
    void theStageIsMoreThanThreeQuartersOfTheScreensWidth() {
        assertThat(FULL_HD.besideStage(2, false, true).stage().orElseThrow().width())
                .isGreaterThan(1440);
    }

    @Test
    void aFewPeopleHaveLargerTilesThanMany() {
        var few = FULL_HD.besideStage(2, false, true).seats().getFirst().picture();
        var many = FULL_HD.besideStage(6, false, true).seats().getFirst().picture();

        assertThat(few.width()).isEqualTo(384);
        assertThat(many.width()).isLessThan(few.width() / 2 + 1);
    }

    @Test
    void fourInAGalleryAreTwoByTwo() {
        var seats = FULL_HD.gallery(4, false, false, false).seats();

        assertThat(seats.get(0).picture().y()).isEqualTo(seats.get(1).picture().y());
        assertThat(seats.get(2).picture().y())
                .isGreaterThan(seats.get(0).label().bottom());
        assertThat(seats.get(2).picture().x()).isEqualTo(seats.get(0).picture().x());
    }
}

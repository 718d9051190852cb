package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.webinararchiver.compile.compose.Scenery.asked;
import static org.webinararchiver.compile.compose.Scenery.heard;
import static org.webinararchiver.compile.compose.Scenery.isAll;
import static org.webinararchiver.compile.compose.Scenery.isAllOutside;
import static org.webinararchiver.compile.compose.Scenery.leftHalf;
import static org.webinararchiver.compile.compose.Scenery.pixels;
import static org.webinararchiver.compile.compose.Scenery.rightHalf;
import static org.webinararchiver.compile.compose.Scenery.said;
import static org.webinararchiver.compile.compose.Scenery.scene;
import static org.webinararchiver.compile.compose.Scenery.seen;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.layout.Arrangement;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.layout.Seating;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;

class BackdropPainterTest {
    private static final Size HD = new Size(1280, 720);

    private static final List<String> HARD_TO_WRITE = List.of(
            "",
            "\u202e\u0007",
            "W".repeat(10_000),
            "word ".repeat(2_000),
            "ﷺ﷽".repeat(200),
            "مرحبا بالجميع ".repeat(100),
            "שלום\nhello\nשלום hello",
            "e" + "\u0301".repeat(3_000),
            "Z̷̧̢̛͎̲̦͚̀̈́͂ą̶̛̖̩̲̂͌̍l̵̢̛͎̲͚̀̈́͂g̷̢͎̲̦͚̀̈́͂ô̶̖̩̲͌̍",
            "👨‍👩‍👧‍👦".repeat(500),
            "大".repeat(1_000),
            "नमस्ते",
            "\n\n\n.");

    static Stream<Size> screens() {
        return Stream.of(HD, new Size(1920, 1080), new Size(640, 360), new Size(320, 180), new Size(720, 1280));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingIsDrawnOutsideOfItsPlace(Size screen) throws Exception {
        var messages = HARD_TO_WRITE.stream()
                .flatMap(words -> Stream.of(asked(words, words + "!"), said(words, words + "!")))
                .toList();
        var people = HARD_TO_WRITE.stream().limit(3).map(Scenery::heard).toList();
        var painter = painter(screen, messages);
        for (int written = 0; written <= messages.size(); written++) {
            var scene = scene(new Stage.Screen("s"), people, Integer.MAX_VALUE, written);
            var seating = seating(Layout.AUTO, screen, scene);
            assertNothingOutside(painter.paint(scene, seating), seating);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aNameOfAnyWordsStaysBelowTheStage(Size screen) throws Exception {
        for (var words : HARD_TO_WRITE) {
            var onStage = scene(new Stage.Camera(seen(words)), List.of(seen("Boris")), 0, 0);
            var shared = scene(new Stage.Screen("s"), List.of(seen("Boris")), 0, 0);
            var seating = seating(Layout.AUTO, screen, shared);
            assertNothingOutside(painter(screen, List.of()).paint(onStage, seating), seating);
            assertNothingOutside(painter(screen, List.of(), sharedBy(words)).paint(shared, seating), seating);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void namesAndCardsOfAnyWordsStayInTheirPlaces(Size screen) throws Exception {
        var people = HARD_TO_WRITE.stream().map(Scenery::heard).toList();
        var scene = scene(new Stage.Nothing(), people, 3, 0);
        var seating = seating(Layout.GALLERY, screen, scene);

        assertNothingOutside(painter(screen, List.of()).paint(scene, seating), seating);
    }

    @Test
    void theSameSceneIsTheSamePicture() throws Exception {
        var messages =
                HARD_TO_WRITE.stream().map(words -> said(words, words + "!")).toList();
        var scene = scene(new Stage.Nothing(), List.of(heard("Anna"), seen("Борис")), 2, messages.size());
        var painter = painter(HD, messages);
        var seating = seating(Layout.AUTO, HD, scene);
        var first = pixels(painter.paint(scene, seating));

        assertThat(pixels(painter.paint(scene, seating))).isEqualTo(first);
        assertThat(pixels(painter(HD, messages).paint(scene, seating))).isEqualTo(first);
    }

    @Test
    void aNameIsBelowWhoeverHasItAndABlankOneIsNot() throws Exception {
        var scene = scene(new Stage.Nothing(), List.of(seen("Anna"), seen(" "), heard("\u202e")), 0, 0);
        var seating = seating(Layout.AUTO, HD, scene);
        var picture = painter(HD, List.of()).paint(scene, seating);

        assertThat(written(picture, seating.seats().get(0).label())).isPositive();
        assertThat(written(picture, seating.seats().get(1).label())).isZero();
        assertThat(written(picture, seating.seats().get(2).label())).isZero();
    }

    @Test
    void aNameFromRightToLeftIsAtTheRight() throws Exception {
        var scene = scene(new Stage.Nothing(), List.of(seen("Anna"), seen("דוד"), seen("محمد")), 0, 0);
        var seating = seating(Layout.AUTO, HD, scene);
        var picture = painter(HD, List.of()).paint(scene, seating);

        var labels = seating.seats().stream().map(seat -> seat.label()).toList();
        assertThat(written(picture, leftHalf(labels.get(0)))).isPositive();
        assertThat(written(picture, rightHalf(labels.get(0)))).isZero();
        assertThat(labels.subList(1, 3)).allSatisfy(label -> {
            assertThat(written(picture, leftHalf(label))).isZero();
            assertThat(written(picture, rightHalf(label))).isPositive();
        });
    }

    @Test
    void whoIsOnTheStageIsNamedBelowIt() throws Exception {
        var scene = scene(new Stage.Camera(seen("Anna")), List.of(seen("Boris")), 0, 0);
        var seating = seating(Layout.AUTO, HD, scene);
        var picture = painter(HD, List.of()).paint(scene, seating);
        var name = seating.stageName().orElseThrow();

        assertThat(written(picture, leftHalf(name))).isPositive();
        assertThat(written(picture, rightHalf(name))).isZero();
        assertNothingOutside(picture, seating);
    }

    @Test
    void whoSharesAScreenIsNamedBelowItBehindAPictureOfAScreen() throws Exception {
        var scene = scene(new Stage.Screen("s"), List.of(seen("Boris")), 0, 0);
        var seating = seating(Layout.AUTO, HD, scene);
        var name = seating.stageName().orElseThrow();
        var shared = pixels(painter(HD, List.of(), sharedBy("Anna")).paint(scene, seating), name);
        var unknown = painter(HD, List.of()).paint(scene, seating);
        var nameless = painter(HD, List.of(), sharedBy(" ")).paint(scene, seating);
        var camera = scene(new Stage.Camera(seen("Anna")), List.of(seen("Boris")), 0, 0);

        assertThat(shared)
                .contains(Shades.NAME.getRGB())
                .isNotEqualTo(pixels(painter(HD, List.of()).paint(camera, seating), name));
        assertThat(written(unknown, name)).isZero();
        assertThat(written(nameless, name)).isZero();
    }

    @Test
    void aSlideBelongsToNobodyAndHasAllOfTheStage() {
        var slide = scene(new Stage.OfSlide(Scenery.SLIDE), List.of(seen("Boris")), 0, 0);
        var camera = scene(new Stage.Camera(seen("Anna")), List.of(seen("Boris")), 0, 0);

        assertThat(seating(Layout.AUTO, HD, slide).stageName()).isEmpty();
        assertThat(seating(Layout.AUTO, HD, slide).stage().orElseThrow().height())
                .isGreaterThan(
                        seating(Layout.AUTO, HD, camera).stage().orElseThrow().height());
    }

    @Test
    void oneCameraAloneFillsTheScreenWithoutAName() {
        var scene = scene(new Stage.Camera(seen("Anna")), List.of(), 0, 0);

        assertThat(seating(Layout.AUTO, HD, scene)).isEqualTo(new Screen(HD).filled());
    }

    @Test
    void aCardStandsForWhoeverIsOnlyHeard() throws Exception {
        var scene = scene(new Stage.Nothing(), List.of(seen("Anna"), heard("Anna"), heard("")), 0, 0);
        var seating = seating(Layout.AUTO, HD, scene);
        var picture = painter(HD, List.of()).paint(scene, seating);

        var places = seating.seats().stream()
                .map(seat -> pixels(picture, seat.picture()))
                .toList();
        assertThat(places.get(0)).containsOnly(Shades.STAGE.getRGB());
        assertThat(places.get(1))
                .contains(Shades.CARD.getRGB(), Shades.circleOf("id of Anna").getRGB(), 0xffffffff);
        assertThat(places.get(2))
                .contains(Shades.CARD.getRGB(), Shades.circleOf("id of ").getRGB(), 0xffffffff);
    }

    @Test
    void howManyOthersThereAreIsTold() throws Exception {
        var five = scene(new Stage.Screen("s"), List.of(seen("Anna")), 5, 0);
        var fifty = scene(new Stage.Screen("s"), List.of(seen("Anna")), 50, 0);
        var seating = seating(Layout.AUTO, HD, five);
        var more = seating.more().orElseThrow();
        var painter = painter(HD, List.of());

        assertThat(written(painter.paint(fifty, seating), more))
                .isGreaterThan(written(painter.paint(five, seating), more));
    }

    @Test
    void onlyMessagesWrittenByThenAreShownTheNewestAtTheBottom() throws Exception {
        var messages = List.of(said("Anna", "Hello"), said("Борис", "Привет"), said("Later", "Later"));
        var none = chat(messages, 0);
        var one = chat(messages, 1);
        var two = chat(messages, 2);

        assertThat(written(none.picture(), none.box())).isZero();
        assertThat(written(one.picture(), one.box())).isPositive();
        assertThat(bottom(two)).isEqualTo(bottom(chat(List.of(said("Борис", "Привет")), 1)));
        assertThat(bottom(two)).isNotEqualTo(bottom(one));
        assertThat(pixels(chat(messages, 2).picture()))
                .isEqualTo(pixels(chat(messages.subList(0, 2), 2).picture()));
    }

    @Test
    void aMessageLongerThanThePanelFillsIt() throws Exception {
        var chat = chat(List.of(said("Before", "Before"), said("Anna", "word ".repeat(2_000))), 2);

        assertThat(written(chat.picture(), topOf(chat.box(), 40))).isPositive();
        assertThat(bottom(chat)).isEqualTo(bottom(chat(List.of(said("Anna", "word ".repeat(2_000))), 1)));
    }

    @Test
    void questionsAreMarked() throws Exception {
        var question = chat(List.of(asked("Anna", "Why?")), 1);
        var message = chat(List.of(said("Anna", "Why?")), 1);

        assertThat(pixels(question.picture(), question.box())).contains(Shades.QUESTION.getRGB());
        assertThat(pixels(message.picture(), message.box())).doesNotContain(Shades.QUESTION.getRGB());
    }

    @Test
    void aMessageOfWhichNothingIsSeenTakesNoPlace() throws Exception {
        var visible = said("Anna", "Hello");

        assertThat(pixels(
                        chat(List.of(visible, said("Evil", "\u202e\u0007")), 2).picture()))
                .isEqualTo(pixels(chat(List.of(visible), 1).picture()));
    }

    @Test
    void aFloodOfMessagesOfWhichNothingIsSeenIsNotLookedThrough() throws Exception {
        var flood = Stream.generate(() -> said("Evil", "\u202e\u0007")).limit(100_000);
        var chat = chat(Stream.concat(Stream.of(said("Anna", "Hello")), flood).toList(), 100_001);

        assertThat(written(chat.picture(), chat.box())).isZero();
    }

    @Test
    void everybodyNeedsASeat() {
        var scene = scene(new Stage.Nothing(), List.of(seen("Anna")), 0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> painter(HD, List.of()).paint(scene, new Screen(HD).filled()));
    }

    private record Chat(BufferedImage picture, Box box) {}

    /** Messages beside an empty stage. */
    private static Chat chat(List<Message> messages, int written) throws Exception {
        var seating = new Screen(HD).besideStage(0, false, true);
        var scene = scene(new Stage.Screen("s"), List.<Person>of(), 0, written);
        return new Chat(
                painter(HD, messages).paint(scene, seating), seating.chat().orElseThrow());
    }

    /** Where a message of one line is. */
    private static int[] bottom(Chat chat) {
        var box = chat.box();
        return pixels(chat.picture(), new Box(box.x(), box.bottom() - 40, box.width(), 40));
    }

    private static Box topOf(Box box, int high) {
        return new Box(box.x(), box.y(), box.width(), high);
    }

    /** How many pixels have another colour than the upper left corner of their place. */
    private static long written(BufferedImage picture, Box box) {
        var all = pixels(picture, box);
        return IntStream.of(all).filter(each -> each != all[0]).count();
    }

    private static void assertNothingOutside(BufferedImage picture, Seating seating) {
        var boxes = new ArrayList<Box>();
        seating.stage().ifPresent(boxes::add);
        seating.stageName().ifPresent(boxes::add);
        seating.seats().forEach(seat -> boxes.addAll(List.of(seat.picture(), seat.label())));
        seating.more().ifPresent(boxes::add);
        seating.chat().ifPresent(boxes::add);
        assertThat(isAllOutside(picture, boxes, pixel -> pixel == Shades.SCREEN.getRGB()))
                .isTrue();
        seating.stage()
                .ifPresent(stage -> assertThat(isAll(picture, stage, pixel -> pixel == Shades.STAGE.getRGB()))
                        .isTrue());
    }

    private static Seating seating(Layout layout, Size screen, Scene scene) {
        return new Arrangement(layout, new Screen(screen), true, false).of(scene);
    }

    private static Owners sharedBy(String name) {
        return new Owners(Map.of("s", new Participant("id of " + name, name)));
    }

    private static BackdropPainter painter(Size screen, List<Message> messages) {
        return painter(screen, messages, Owners.UNKNOWN);
    }

    private static BackdropPainter painter(Size screen, List<Message> messages, Owners owners) {
        return new BackdropPainter(screen, slide -> Optional.empty(), SlideFile::read, owners, messages);
    }
}

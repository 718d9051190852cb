package org.webinararchiver.compile.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.recording.Quality;

class CardPainterTest {
    private static final int BRIGHT = 0xc0;

    /** A little less than the margin, of the width: round letters reach over the line a little. */
    private static final double MARGIN = 105.0 / 1280;

    private static final double TOP_MARGIN = 0.05;

    @ParameterizedTest
    @MethodSource("titlesInAllSizes")
    void anyTitleIsDrawnWithinItsMargins(String title, Quality quality) throws Exception {
        var card = painted(title, quality);

        assertThat(bright(card, 0, 1)).isGreaterThan(100);
        assertMarginsAreEmpty(card);
    }

    static Stream<Arguments> titlesInAllSizes() {
        return Stream.of(
                        "How to read a river map",
                        "Вебинар: как читать карту реки. Часть 3 — притоки, пороги, броды и всё, что нужно знать"
                                + " капитану",
                        "שיעור מבוא לאלגברה לינארית",
                        "مقدمة في الجبر الخطي للمبتدئين",
                        "🎉🎉🎉",
                        "日本語のタイトル",
                        "x".repeat(5000),
                        "word ".repeat(100))
                .flatMap(title -> Stream.of(Quality.values()).map(quality -> Arguments.of(title, quality)));
    }

    @Test
    void aTitleOfOneEndlessWordIsBrokenIntoLines() throws Exception {
        assertThat(bright(painted("x".repeat(5000)), 0.09, 0.23)).isGreaterThan(1000);
    }

    @Test
    void aTitleFromRightToLeftBeginsAtTheRight() throws Exception {
        var card = painted("שלום");

        assertThat(bright(card, 0, 0.5)).isZero();
        assertThat(bright(card, 0.5, 1)).isGreaterThan(100);
    }

    @Test
    void marksWithoutEndOnOneLetterDoNoHarm() throws Exception {
        assertThat(bright(painted("e" + "\u0301".repeat(3000)), 0, 1)).isGreaterThan(50);
    }

    @Test
    void otherWordsMakeAnotherCard() throws Exception {
        assertThat(bright(painted("A"), 0, 1)).isLessThan(bright(painted("A longer title"), 0, 1));
    }

    @Test
    void lettersOfALargeCardAreSharperThanThoseOfASmallOneMadeLarger() throws Exception {
        var large = painted("How to read a river map", Quality.P1080);
        var enlarged = enlarged(painted("How to read a river map", Quality.P720), large.getWidth(), large.getHeight());

        assertThat(sharpness(large)).isGreaterThan(1.2 * sharpness(enlarged));
    }

    private static void assertMarginsAreEmpty(BufferedImage card) {
        assertThat(bright(card, 0, MARGIN)).isZero();
        assertThat(bright(card, 1 - MARGIN, 1)).isZero();
        int rows = (int) (card.getHeight() * TOP_MARGIN);
        assertThat(bright(card, 0, card.getWidth(), 0, rows)).isZero();
        assertThat(bright(card, 0, card.getWidth(), card.getHeight() - rows, card.getHeight()))
                .isZero();
    }

    private static BufferedImage painted(String title) throws Exception {
        return painted(title, Quality.SOURCE);
    }

    private static BufferedImage painted(String title, Quality quality) throws Exception {
        return CardPainter.painted(CardText.of(title, Optional.empty(), Optional.empty()), CardSize.of(quality));
    }

    private static BufferedImage enlarged(BufferedImage picture, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /** The more, the fewer steps lead from dark to bright. */
    private static double sharpness(BufferedImage picture) {
        double sum = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 1; x < picture.getWidth(); x++) {
                sum += Math.pow((double) red(picture, x, y) - red(picture, x - 1, y), 2);
            }
        }
        return sum;
    }

    /** How many pixels from one share of the width to another are as bright as the title's letters. */
    private static long bright(BufferedImage picture, double from, double to) {
        int width = picture.getWidth();
        return bright(picture, (int) (from * width), (int) (to * width), 0, picture.getHeight());
    }

    private static long bright(BufferedImage picture, int left, int right, int top, int bottom) {
        long count = 0;
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                count += red(picture, x, y) >= BRIGHT ? 1 : 0;
            }
        }
        return count;
    }

    private static int red(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 16 & 0xff;
    }
}

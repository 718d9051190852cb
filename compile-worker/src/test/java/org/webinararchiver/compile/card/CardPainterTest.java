package org.webinararchiver.compile.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPainterTest {
    private static final int BRIGHT = 0xc0;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How to read a river map",
                "Вебинар: как читать карту реки. Часть 3 — притоки, пороги, броды и всё, что нужно знать капитану",
                "שיעור מבוא לאלגברה לינארית",
                "مقدمة في الجبر الخطي للمبتدئين",
                "🎉🎉🎉",
                "日本語のタイトル"
            })
    void anyTitleIsDrawnWithinItsMargins(String title) throws Exception {
        var card = painted(title);

        assertThat(bright(card, 0, CardPainter.WIDTH)).isGreaterThan(100);
        assertThat(bright(card, 0, 105)).isZero();
        assertThat(bright(card, CardPainter.WIDTH - 105, CardPainter.WIDTH)).isZero();
    }

    @Test
    void aTitleOfOneEndlessWordIsBrokenIntoLines() throws Exception {
        var card = painted("x".repeat(5000));

        assertThat(bright(card, CardPainter.WIDTH - 105, CardPainter.WIDTH)).isZero();
        assertThat(bright(card, 110, 300)).isGreaterThan(1000);
    }

    @Test
    void aTitleFromRightToLeftBeginsAtTheRight() throws Exception {
        var card = painted("שלום");

        assertThat(bright(card, 0, CardPainter.WIDTH / 2)).isZero();
        assertThat(bright(card, CardPainter.WIDTH / 2, CardPainter.WIDTH)).isGreaterThan(100);
    }

    @Test
    void marksWithoutEndOnOneLetterDoNoHarm() throws Exception {
        assertThat(bright(painted("e" + "\u0301".repeat(3000)), 0, CardPainter.WIDTH))
                .isGreaterThan(50);
    }

    @Test
    void otherWordsMakeAnotherCard() throws Exception {
        assertThat(bright(painted("A"), 0, CardPainter.WIDTH))
                .isLessThan(bright(painted("A longer title"), 0, CardPainter.WIDTH));
    }

    private static BufferedImage painted(String title) throws Exception {
        return CardPainter.painted(CardText.of(title, Optional.empty(), Optional.empty()));
    }

    /** How many pixels from one column to another are as bright as the title's letters. */
    private static long bright(BufferedImage picture, int from, int to) {
        long count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                count += (picture.getRGB(x, y) >> 16 & 0xff) >= BRIGHT ? 1 : 0;
            }
        }
        return count;
    }
}

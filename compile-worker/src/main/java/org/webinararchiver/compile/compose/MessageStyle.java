package org.webinararchiver.compile.compose;

import java.awt.font.FontRenderContext;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.compile.text.TextLines;

/**
 * How messages are set: everything follows from the size of letters.
 *
 * @param size of letters, in pixels
 */
record MessageStyle(double size) {
    /** Of the screen's height, the size of letters. */
    private static final double OF_SCREEN = 1 / 52.0;
    /** Smaller letters are not read. */
    private static final double SMALLEST = 9;

    static MessageStyle on(int screenHeight) {
        return new MessageStyle(Math.max(SMALLEST, OF_SCREEN * screenHeight));
    }

    double margin() {
        return 0.7 * size;
    }

    double headHeight() {
        return 1.4 * size;
    }

    double lineHeight() {
        return 1.3 * size;
    }

    /** From the top of a line to where letters stand. */
    double baseline() {
        return size;
    }

    double space() {
        return 0.8 * size;
    }

    double barWidth() {
        return 0.22 * size;
    }

    /** From the side to what is written of a question. */
    double indent() {
        return 0.7 * size;
    }

    double badge() {
        return 1.05 * size;
    }

    TextLines words(Fonts fonts, FontRenderContext context) {
        return new TextLines(fonts.regular((float) size), context);
    }

    TextLines author(Fonts fonts, FontRenderContext context) {
        return new TextLines(fonts.bold((float) (0.88 * size)), context);
    }

    TextLines time(Fonts fonts, FontRenderContext context) {
        return new TextLines(fonts.regular((float) (0.78 * size)), context);
    }

    TextLines badge(Fonts fonts, FontRenderContext context) {
        return new TextLines(fonts.bold((float) (0.82 * size)), context);
    }
}

package org.webinararchiver.compile.text;

import java.awt.Font;
import java.util.List;
import java.util.Optional;

/**
 * Fonts that stand for each other: what the first one lacks is drawn in another one.
 *
 * @param first has most letters, and gives lines their height
 * @param others asked in this order
 * @param emoji asked first for what is written to be a picture, and last for anything else
 */
public record Typeface(Font first, List<Font> others, Font emoji) {
    /** Pictures have finer lines than letters. */
    private static final float EMOJI = 1.12f;

    private static final int AS_TEXT = 0xfe0e;
    private static final int AS_PICTURE = 0xfe0f;
    private static final int JOINER = 0x200d;
    private static final int KEY = 0x20e3;

    public Typeface {
        others = List.copyOf(others);
    }

    Typeface sized(float size) {
        return new Typeface(
                first.deriveFont(size),
                others.stream().map(font -> font.deriveFont(size)).toList(),
                emoji.deriveFont(EMOJI * size));
    }

    /** In pixels. */
    public float size() {
        return first.getSize2D();
    }

    /** The font that has all of what is seen as one letter, where there is one. */
    Optional<Font> fontOf(String letter) {
        if (isPicture(letter) && has(emoji, letter)) {
            return Optional.of(emoji);
        }
        if (has(first, letter)) {
            return Optional.of(first);
        }
        for (var font : others) {
            if (has(font, letter)) {
                return Optional.of(font);
            }
        }
        return has(emoji, letter) ? Optional.of(emoji) : Optional.empty();
    }

    private static boolean has(Font font, String letter) {
        return font.canDisplayUpTo(letter) < 0;
    }

    private static boolean isPicture(String letter) {
        int base = letter.codePointAt(0);
        if (letter.indexOf(AS_TEXT) >= 0 || !Character.isEmoji(base)) {
            return false;
        }
        return Character.isEmojiPresentation(base)
                || letter.codePoints().anyMatch(part -> part == AS_PICTURE || part == JOINER || part == KEY);
    }
}

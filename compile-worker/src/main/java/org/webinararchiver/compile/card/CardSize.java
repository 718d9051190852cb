package org.webinararchiver.compile.card;

import org.webinararchiver.core.recording.Quality;

/**
 * How large a title card is. A card has no size of its own: it is drawn as large as is wanted.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 */
public record CardSize(int width, int height) {
    /** Where any size will do. */
    private static final int USUAL_HEIGHT = 720;

    public CardSize {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("not a size that can be encoded: " + width + "x" + height);
        }
    }

    /** As high as a picture of this quality is at the most, 16 to 9. */
    public static CardSize of(Quality quality) {
        int height = quality.mostHeight().orElse(USUAL_HEIGHT);
        int width = height * 16 / 9;
        return new CardSize(width + width % 2, height);
    }
}

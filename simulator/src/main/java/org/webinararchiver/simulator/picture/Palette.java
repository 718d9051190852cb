package org.webinararchiver.simulator.picture;

import java.awt.Color;

/** The colours of a source: far apart in hue for neighbouring numbers, so that a person tells them apart too. */
record Palette(Color dark, Color deep, Color bright, Color pale) {
    private static final float GOLDEN_ANGLE = 0.381_966f;
    private static final float FIRST_HUE = 0.20f;

    static Palette of(int source) {
        float hue = FIRST_HUE + source * GOLDEN_ANGLE;
        return new Palette(
                Color.getHSBColor(hue + 0.06f, 0.75f, 0.22f),
                Color.getHSBColor(hue, 0.62f, 0.50f),
                Color.getHSBColor(hue - 0.04f, 0.50f, 0.85f),
                Color.getHSBColor(hue - 0.06f, 0.22f, 0.97f));
    }

    static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}

package org.webinararchiver.compile.compose;

import java.awt.Color;

/** The colours of a scene: dark and calm, so that what moves is looked at. */
final class Shades {
    static final Color SCREEN = new Color(0x131a22);
    static final Color STAGE = new Color(0x0b1016);
    static final Color CARD = new Color(0x1e2935);
    static final Color PANEL = new Color(0x1a232d);
    static final Color NAME = new Color(0xe1e8ee);
    static final Color WORDS = new Color(0xdde4ea);
    static final Color ASIDE = new Color(0x8b9cad);
    static final Color QUESTION = new Color(0xf2b84b);
    static final Color ON_QUESTION = new Color(0x1a232d);

    private static final int HUES = 12;
    /** Spreads ids that follow each other over all hues. */
    private static final int SPREAD = 0x9e3779b9;

    private Shades() {}

    /** What somebody's initials are drawn on. */
    static Color circleOf(String id) {
        return Color.getHSBColor(hue(id), 0.52f, 0.58f);
    }

    /** What somebody's name is written in; of the same hue as their circle. */
    static Color authorOf(String id) {
        return Color.getHSBColor(hue(id), 0.40f, 0.95f);
    }

    private static float hue(String id) {
        return (float) Math.floorMod((id.hashCode() * SPREAD) >>> 8, HUES) / HUES;
    }
}

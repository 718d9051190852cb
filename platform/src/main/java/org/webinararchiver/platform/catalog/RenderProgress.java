package org.webinararchiver.platform.catalog;

/**
 * How far the rendering of a recording is. Picture and sound count each by themselves.
 *
 * @param parts how many parts it has
 * @param seconds that are to be rendered
 * @param rendered seconds that are
 */
public record RenderProgress(int parts, double seconds, double rendered) {

    /** From 0 to 1. */
    public double share() {
        return seconds > 0 ? Math.clamp(rendered / seconds, 0, 1) : 0;
    }
}

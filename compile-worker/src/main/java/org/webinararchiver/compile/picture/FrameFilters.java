package org.webinararchiver.compile.picture;

import java.util.List;

/** Filters that give all frames one form. */
public final class FrameFilters {
    private FrameFilters() {}

    /** As large as fits in, with square pixels and black beside it. */
    public static List<String> fitted(int width, int height) {
        return fitted(width, height, "");
    }

    /**
     * The same in the colours of a ground that it is laid upon: ffmpeg would fit them to it by a step of its own, which
     * spoils pixels.
     *
     * @param roughly by looking at fewer pixels: for what becomes so small that nobody sees the difference
     */
    public static List<String> fittedToGround(int width, int height, boolean roughly) {
        return fitted(width, height, ":out_color_matrix=bt709" + (roughly ? ":flags=bilinear" : ""));
    }

    private static List<String> fitted(int width, int height, String how) {
        return List.of(
                "scale=w=trunc(iw*sar/2+0.5)*2:h=ih",
                "setsar=1",
                "scale=w=%d:h=%d:force_original_aspect_ratio=decrease:force_divisible_by=2:out_range=tv%s"
                        .formatted(width, height, how),
                "pad=w=%d:h=%d:x=-1:y=-1:color=black:eval=frame".formatted(width, height));
    }

    /**
     * Colours are left as they are and named by nobody, as in most sources: tags that differ between pieces would
     * differ in the encoder's parameter sets.
     */
    public static List<String> uniform() {
        return List.of(
                "setsar=1",
                "format=yuv420p",
                "setparams=range=tv:color_primaries=unknown:color_trc=unknown:colorspace=unknown");
    }
}

package org.webinararchiver.core.chart;

/** The colours of a chart. Fills are of middling brightness, so that they are seen on a light and on a dark ground. */
final class ChartStyle {
    static final String CSS = """

            svg { font-family: system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; font-size: 12px }
            .ground { fill: #ffffff } text { fill: #1f2328 } .faint, .mark { fill: #59636e }
            .heading { font-size: 16px; font-weight: 600 } .mark { font-size: 11px; text-anchor: middle }
            .inside { fill: #ffffff; pointer-events: none } .grid { stroke: #d1d9e0; stroke-width: 1 }
            .camera { fill: #2f7d4f } .screen { fill: #2563b8 } .slide { fill: #a15c07 } .heard { fill: #7fae92 }
            .nothing { fill: #818b98 } .message { fill: #8250df } .missing { fill: url(#missing) }
            .hatch { stroke: #d1242f; stroke-width: 2.5 }
            @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117 } text { fill: #e6edf3 } .faint, .mark { fill: #9198a1 } .inside { fill: #ffffff }
            .grid { stroke: #30363d } .heard { fill: #5b8a6e } .message { fill: #a371f7 } .nothing { fill: #59636e } }
            """;

    private ChartStyle() {}

    /** What a colour means. */
    static String words(String style) {
        return switch (style) {
            case "camera" -> "seen";
            case "heard" -> "only heard";
            case "screen" -> "a shared screen";
            case "slide" -> "a slide";
            case "missing" -> "missing";
            default -> throw new IllegalArgumentException("nothing is drawn as " + style);
        };
    }
}

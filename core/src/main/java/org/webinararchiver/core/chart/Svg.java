package org.webinararchiver.core.chart;

import java.util.Locale;

/** Writes down a picture. Whatever it is given to write as text is escaped here. */
final class Svg {
    private static final int MOST_TOLD = 400;

    private final StringBuilder elements = new StringBuilder();

    /** A box that tells what it is to who points at it. */
    void box(double x, double y, double width, double height, String style, String told) {
        elements.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>\n"
                .formatted(
                        style,
                        number(x),
                        number(y),
                        number(width),
                        number(height),
                        ChartText.escaped(ChartText.within(MOST_TOLD, told))));
    }

    void line(double x, double y, double height, String style) {
        elements.append(
                "<path class=\"%s\" d=\"M%s %sv%s\"/>\n".formatted(style, number(x), number(y), number(height)));
    }

    void text(double x, double y, String style, String text) {
        elements.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(style, number(x), number(y), ChartText.escaped(text)));
    }

    /** The whole picture. */
    String written(int width, int height, String title, String style) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <title>%3$s</title>
                <style>%4$s</style>
                <defs><pattern id="missing" width="6" height="6" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><path class="hatch" d="M1.5 0v6"/></pattern></defs>
                <rect class="ground" x="0" y="0" width="%1$d" height="%2$d"/>
                %5$s</svg>
                """.formatted(width, height, ChartText.escaped(ChartText.within(MOST_TOLD, title)), style, elements);
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}

package org.webinararchiver.core.chart;

import java.time.Duration;
import java.util.regex.Pattern;

/** Texts of strangers in a picture. */
final class ChartText {
    /** Nothing of these is seen, and some turn around what follows; XML knows no way at all to write most of them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\x{FFFE}\\x{FFFF}]+");

    private static final int FIRST_WIDE = 0x1100;

    private ChartText() {}

    /** As XML holds it, in an element or an attribute. */
    static String escaped(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * The text in no more room than this; the end of a longer one is left out and marked.
     *
     * @param room how wide it may be, in letters of middling width; a letter of East Asia takes two
     */
    static String within(int room, String text) {
        var result = new StringBuilder();
        int used = 0;
        for (var codePoint : text.codePoints().toArray()) {
            used += codePoint < FIRST_WIDE ? 1 : 2;
            if (used > room) {
                result.setLength(Math.max(0, result.offsetByCodePoints(result.length(), result.isEmpty() ? 0 : -1)));
                return result.append('…').toString();
            }
            result.appendCodePoint(codePoint);
        }
        return result.toString();
    }

    static String clock(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}

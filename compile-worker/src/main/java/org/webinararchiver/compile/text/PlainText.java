package org.webinararchiver.compile.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What strangers wrote, without what is never seen and what would change how other words are seen. */
public final class PlainText {
    /** What follows words of which there are more. */
    public static final String MORE = "…";

    /** More signs on one letter than any language has; lines are not tall enough for towers of them. */
    private static final int MOST_MARKS = 4;

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern SPACES = Pattern.compile(" +");

    private PlainText() {}

    /**
     * In one line.
     *
     * @param longest how many characters are left at the most, before the sign that there are more
     */
    public static String line(String words, int longest) {
        // Of what is far behind the end nothing is looked at: it may be megabytes.
        var line = SPACES.matcher(visible(head(words, 4 * longest)))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip() + MORE;
    }

    /**
     * In lines as its author divided it, without empty ones.
     *
     * @param longest how many characters are looked at, and therefore left, at the most
     */
    public static List<String> paragraphs(String words, int longest) {
        return LINE_END.splitAsStream(head(words, longest))
                .map(paragraph ->
                        SPACES.matcher(visible(paragraph)).replaceAll(" ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String head(String words, int characters) {
        return words.codePointCount(0, words.length()) <= characters
                ? words
                : words.substring(0, words.offsetByCodePoints(0, characters));
    }

    /**
     * Without characters of control and formatting but for the joiners that scripts need, halves of characters, and
     * those that nobody has defined.
     */
    private static String visible(String words) {
        var visible = new StringBuilder();
        int marks = 0;
        for (int letter :
                Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().toArray()) {
            marks = isMark(letter) ? marks + 1 : 0;
            if (isSpace(letter)) {
                visible.append(' ');
            } else if (isVisible(letter) && marks <= MOST_MARKS) {
                visible.appendCodePoint(letter);
            }
        }
        return visible.toString();
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> letter == '\u200c' || letter == '\u200d';
            default -> true;
        };
    }
}

package org.webinararchiver.core.words;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What strangers wrote, for files of text: without characters of control, without those that turn around the words that
 * follow them, and without halves of characters.
 */
final class PlainWords {
    private static final String MORE = "…";
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern SPACES = Pattern.compile("[ \\u00a0]+");

    private PlainWords() {}

    /** In lines as its author divided it, none of them blank. */
    static List<String> lines(String words) {
        return LINE_END.splitAsStream(words)
                .map(PlainWords::visible)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * In one line.
     *
     * @param most how many characters are left before the sign that there are more
     */
    static String line(String words, int most) {
        return shortened(lines(words).stream().collect(Collectors.joining(" ")), most);
    }

    /** @param most how many characters are left before the sign that there are more */
    static String shortened(String line, int most) {
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)).strip() + MORE;
    }

    private static String visible(String line) {
        var visible = new StringBuilder();
        line.codePoints()
                .map(letter -> letter == '\t' ? ' ' : letter)
                .filter(letter -> !isControl(letter))
                .forEach(visible::appendCodePoint);
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** Marks of direction that hold for one place are needed by some scripts; those that hold on are not. */
    private static boolean isControl(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default ->
                letter >= '\u202a' && letter <= '\u202e'
                        || letter >= '\u2066' && letter <= '\u2069'
                        || letter == '\ufeff';
        };
    }
}

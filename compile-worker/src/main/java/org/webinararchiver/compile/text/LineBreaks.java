package org.webinararchiver.compile.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Where a paragraph may be divided. */
final class LineBreaks {
    private final String words;
    private final BreakIterator betweenWords = BreakIterator.getLineInstance(Locale.ROOT);
    private final BreakIterator betweenLetters = BreakIterator.getCharacterInstance(Locale.ROOT);

    LineBreaks(String words) {
        this.words = words;
        betweenWords.setText(words);
        betweenLetters.setText(words);
    }

    /**
     * Where a line ends: between words, or else between letters, after one of them at the least.
     *
     * @param start where it begins
     * @param room up to where there is room for it
     */
    int endOfLine(int start, int room) {
        int fitting = room;
        while (fitting < words.length() && words.charAt(fitting) == ' ') {
            fitting++;
        }
        if (fitting == words.length()) {
            return fitting;
        }
        int end = betweenWords.isBoundary(fitting) ? fitting : betweenWords.preceding(fitting);
        while (end > start && !betweenLetters.isBoundary(end)) {
            end = betweenWords.preceding(end);
        }
        return end > start ? end : endOfLetters(start, fitting);
    }

    private int endOfLetters(int start, int fitting) {
        int end = endOfLetter(fitting);
        return end > start ? end : betweenLetters.following(start);
    }

    /** The end of the last letter that ends there or before. */
    int endOfLetter(int position) {
        return betweenLetters.isBoundary(position) ? position : betweenLetters.preceding(position);
    }

    /** Where a letter that ends there begins. */
    int startOfLetter(int end) {
        return betweenLetters.preceding(end);
    }

    /** An end without the spaces before it. */
    int withoutSpaces(int start, int end) {
        int visible = end;
        while (visible > start && words.charAt(visible - 1) == ' ') {
            visible--;
        }
        return visible;
    }
}

package org.webinararchiver.compile.compose;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands for a name where there is no room for it. */
final class Initials {
    private Initials() {}

    /**
     * The first letters of the first and the last word. In scripts that know no capital letters it is one letter: two
     * of them, side by side, may be read as another word or grow together.
     *
     * @param name of one line, without what is never seen
     */
    static Optional<String> of(String name) {
        var words = words(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var first = firstLetter(words.getFirst());
        var last = firstLetter(words.getLast());
        return Optional.of(
                words.size() > 1 && isCased(first) && isCased(last) ? capital(first) + capital(last) : capital(first));
    }

    /** Those with letters, each from its first letter on; where there are none, whatever there is. */
    private static List<String> words(String name) {
        var all = Stream.of(name.split(" ")).filter(word -> !word.isEmpty()).toList();
        var lettered = all.stream()
                .map(word -> word.replaceFirst("^[^\\p{L}\\p{N}]+", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        return lettered.isEmpty() ? all : lettered;
    }

    private static String firstLetter(String word) {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        return word.substring(0, letters.next());
    }

    private static boolean isCased(String letter) {
        int base = letter.codePointAt(0);
        return Character.toUpperCase(base) != base || Character.toLowerCase(base) != base;
    }

    private static String capital(String letter) {
        int base = letter.codePointAt(0);
        return Character.toString(Character.toTitleCase(base)) + letter.substring(Character.charCount(base));
    }
}

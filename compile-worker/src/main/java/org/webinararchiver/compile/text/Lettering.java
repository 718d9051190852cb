package org.webinararchiver.compile.text;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paragraph whose letters all have a font. */
final class Lettering {
    private final StringBuilder words = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final Typeface typeface;
    private final boolean isLeftToRight;

    /** Letters up to an end that have one font. */
    private record Run(Font font, int end) {}

    private Lettering(String words, Typeface typeface, boolean isLeftToRight) {
        this.typeface = typeface;
        this.isLeftToRight = isLeftToRight;
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(words);
        int start = 0;
        for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
            append(words.substring(start, end));
            start = end;
        }
    }

    /** Whose direction is that of its first word. */
    static Lettering of(String words, Typeface typeface) {
        boolean isLeftToRight =
                words.isEmpty() || new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        return new Lettering(words, typeface, isLeftToRight);
    }

    /** Other words in the direction of this paragraph. */
    Lettering with(String others) {
        return new Lettering(others, typeface, isLeftToRight);
    }

    private void append(String letter) {
        var font = typeface.fontOf(letter);
        if (font.isPresent()) {
            append(letter, font.get());
        } else {
            letter.codePoints().mapToObj(Character::toString).forEach(this::appendPart);
        }
    }

    /**
     * Ornate letters that no font has become plain ones. Pictures and signs that none has are left out; of other
     * letters a box remains.
     */
    private void appendPart(String part) {
        var plain = Normalizer.normalize(part, Normalizer.Form.NFKC);
        var font = typeface.fontOf(part);
        var fontOfPlain = typeface.fontOf(plain);
        if (font.isPresent()) {
            append(part, font.get());
        } else if (fontOfPlain.isPresent()) {
            append(plain, fontOfPlain.get());
        } else if (Character.isLetterOrDigit(part.codePointAt(0))) {
            append(part, typeface.first());
        }
    }

    private void append(String letter, Font font) {
        words.append(letter);
        if (!runs.isEmpty() && runs.getLast().font().equals(font)) {
            runs.removeLast();
        }
        runs.add(new Run(font, words.length()));
    }

    String words() {
        return words.toString();
    }

    boolean isEmpty() {
        return words.toString().isBlank();
    }

    AttributedCharacterIterator iterator() {
        var text = new AttributedString(words.toString());
        text.addAttribute(
                TextAttribute.RUN_DIRECTION,
                isLeftToRight ? TextAttribute.RUN_DIRECTION_LTR : TextAttribute.RUN_DIRECTION_RTL);
        int start = 0;
        for (var run : runs) {
            text.addAttribute(TextAttribute.FONT, run.font(), start, run.end());
            start = run.end();
        }
        return text.getIterator();
    }
}

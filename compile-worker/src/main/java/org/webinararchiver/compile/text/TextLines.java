package org.webinararchiver.compile.text;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out {@linkplain PlainText plain text} in lines. */
public final class TextLines {
    private final Typeface typeface;
    private final FontRenderContext context;

    public TextLines(Typeface typeface, FontRenderContext context) {
        this.typeface = typeface;
        this.context = context;
    }

    /** A part of a paragraph that becomes a line. */
    private record Part(Paragraph paragraph, int start, int end) {}

    private record Paragraph(Lettering lettering, LineBreaks breaks, TextMeasurer measurer) {
        int length() {
            return lettering.words().length();
        }

        /** Up to where there is room from a letter on. The width may be less than nothing. */
        int room(int start, double width) {
            return measurer.getLineBreakIndex(start, (float) Math.max(0, width));
        }
    }

    /**
     * Words in one line, cut where they are longer.
     *
     * @param width in pixels
     * @return nothing where nothing is seen of the words
     */
    public Optional<TextLayout> line(String words, double width) {
        return wrapped(List.of(words), width, 1).stream().findFirst();
    }

    /**
     * Paragraphs in lines, each in its own direction. Words that are longer than a line are divided.
     *
     * @param width of a line, in pixels; only a single letter can be wider
     * @param most how many lines at the most; the last one ends with an ellipsis where there would be more
     */
    public List<TextLayout> wrapped(List<String> paragraphs, double width, int most) {
        var parts = new ArrayList<Part>();
        for (var words : paragraphs) {
            if (parts.size() <= most) {
                paragraph(words).ifPresent(paragraph -> divide(paragraph, width, most + 1, parts));
            }
        }
        var lines = new ArrayList<TextLayout>();
        for (int each = 0; each < Math.min(most, parts.size()); each++) {
            var part = parts.get(each);
            if (each == most - 1 && parts.size() > most) {
                cut(part, width).ifPresent(lines::add);
            } else {
                lines.add(layout(part));
            }
        }
        return lines;
    }

    private Optional<Paragraph> paragraph(String words) {
        var lettering = Lettering.of(words, typeface);
        return lettering.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paragraph(
                        lettering, new LineBreaks(lettering.words()), new TextMeasurer(lettering.iterator(), context)));
    }

    private static void divide(Paragraph paragraph, double width, int most, List<Part> parts) {
        int start = 0;
        while (start < paragraph.length() && parts.size() < most) {
            int room = paragraph.room(start, width);
            int end = paragraph.breaks().endOfLine(start, room);
            parts.add(new Part(paragraph, start, end));
            start = end;
        }
    }

    private static TextLayout layout(Part part) {
        int end = part.paragraph().breaks().withoutSpaces(part.start(), part.end());
        return part.paragraph().measurer().getLayout(part.start(), Math.max(end, part.start() + 1));
    }

    /** As many letters as there is room for with an ellipsis. */
    private Optional<TextLayout> cut(Part part, double width) {
        var paragraph = part.paragraph();
        int start = part.start();
        double ellipsis = layout(paragraph.lettering().with(PlainText.MORE)).getAdvance();
        int room = paragraph.room(start, width - ellipsis);
        int end = paragraph.breaks().endOfLetter(room);
        while (end >= start) {
            var words = paragraph.lettering().words().substring(start, end).strip() + PlainText.MORE;
            var layout = layout(paragraph.lettering().with(words));
            if (layout.getAdvance() <= width) {
                return Optional.of(layout);
            }
            end = end > start ? paragraph.breaks().startOfLetter(end) : start - 1;
        }
        return Optional.empty();
    }

    private TextLayout layout(Lettering lettering) {
        return new TextLayout(lettering.iterator(), context);
    }
}

package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.compile.text.PlainText;
import org.webinararchiver.core.manifest.Message;

/**
 * A message in lines.
 *
 * @param author nothing where unknown
 * @param lines of what it says, none where nothing of it can be seen
 * @param question the sign of a question, where it is one
 */
record MessageBlock(
        Optional<TextLayout> author,
        Color color,
        Optional<TextLayout> time,
        Optional<TextLayout> question,
        List<TextLayout> lines) {
    private static final int LONGEST_AUTHOR = 100;
    /** More than any panel holds. */
    private static final int LONGEST_TEXT = 4000;

    /**
     * @param width of the panel without its margins, in pixels
     * @param most how many lines of words there is room for
     */
    static MessageBlock of(
            Message message, double width, int most, MessageStyle style, Fonts fonts, FontRenderContext context) {
        boolean isQuestion = message.kind() == Message.Kind.QUESTION;
        double room = isQuestion ? width - style.indent() : width;
        var time = style.time(fonts, context).line(clock(message.at()), room);
        double beside = time.map(line -> line.getAdvance() + style.margin()).orElse(0.0)
                + (isQuestion ? style.badge() + style.margin() / 2 : 0);
        return new MessageBlock(
                message.author()
                        .map(author -> PlainText.line(author, LONGEST_AUTHOR))
                        .flatMap(author -> style.author(fonts, context).line(author, room - beside)),
                message.participant().or(message::author).map(Shades::authorOf).orElse(Shades.ASIDE),
                time,
                isQuestion ? style.badge(fonts, context).line("?", width) : Optional.empty(),
                style.words(fonts, context).wrapped(PlainText.paragraphs(message.text(), LONGEST_TEXT), room, most));
    }

    private static String clock(Duration at) {
        return "%d:%02d:%02d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    boolean isLeftToRight() {
        return author.orElse(lines.getFirst()).isLeftToRight();
    }

    double height(MessageStyle style) {
        return style.headHeight() + lines.size() * style.lineHeight();
    }
}

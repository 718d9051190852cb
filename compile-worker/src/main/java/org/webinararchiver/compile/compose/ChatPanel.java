package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.manifest.Message;

/** The messages that were written last, the newest at the bottom. */
final class ChatPanel {
    /** More than a panel shows of short ones. Each is laid out once while it is seen, and no others are looked at. */
    private static final int KEPT = 100;

    private static final Color UNSEEN =
            new Color(Shades.PANEL.getRed(), Shades.PANEL.getGreen(), Shades.PANEL.getBlue(), 0);

    private final List<Message> messages;
    private final MessageStyle style;
    private final Map<Wanted, MessageBlock> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, MessageBlock> eldest) {
            return size() > KEPT;
        }
    };

    /** A message by its number, in a panel of which this is inside of the margins. */
    private record Wanted(int message, double width, int most) {}

    ChatPanel(List<Message> messages, MessageStyle style) {
        this.messages = List.copyOf(messages);
        this.style = style;
    }

    /** @param written how many messages there are by now, of all */
    void paint(int written, Box box, Graphics2D graphics, Fonts fonts) {
        var within = (Graphics2D) graphics.create();
        try {
            within.clipRect(box.x(), box.y(), box.width(), box.height());
            within.setColor(Shades.PANEL);
            within.fillRect(box.x(), box.y(), box.width(), box.height());
            paintMessages(Math.min(written, messages.size()), box, within, fonts);
        } finally {
            within.dispose();
        }
    }

    private void paintMessages(int written, Box box, Graphics2D graphics, Fonts fonts) {
        double margin = style.margin();
        double width = box.width() - 2 * margin;
        double high = box.height() - 2 * margin - style.headHeight();
        int most = Math.max(1, (int) (high / style.lineHeight()));
        // A little less, since a message that fills the panel ends where it begins only nearly.
        double top = box.y() + margin - 0.5;
        var painter = new MessagePainter(graphics, style, box.x() + margin, top, width);
        double bottom = box.bottom() - margin;
        int first = Math.max(0, written - KEPT);
        for (int number = written - 1; number >= first && bottom - style.lineHeight() >= top; number--) {
            var block = block(new Wanted(number, width, most), graphics, fonts);
            if (!block.lines().isEmpty()) {
                double begin = bottom - block.height(style);
                painter.paint(block, begin);
                if (begin < top) {
                    fadeAtTop(box, graphics);
                }
                bottom = begin - style.space();
            }
        }
    }

    private MessageBlock block(Wanted wanted, Graphics2D graphics, Fonts fonts) {
        return kept.computeIfAbsent(
                wanted,
                each -> MessageBlock.of(
                        messages.get(each.message()),
                        each.width(),
                        each.most(),
                        style,
                        fonts,
                        graphics.getFontRenderContext()));
    }

    /** A message of which only the end is seen looks as though it went on, instead of torn. */
    private void fadeAtTop(Box box, Graphics2D graphics) {
        double high = style.margin() + 1.3 * style.lineHeight();
        graphics.setPaint(new GradientPaint(0, box.y(), Shades.PANEL, 0, (float) (box.y() + high), UNSEEN));
        graphics.fillRect(box.x(), box.y(), box.width(), (int) Math.ceil(high));
    }
}

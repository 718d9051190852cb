package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.standalone.archive.ExportedFiles;

/**
 * Progress as lines that are drawn over, one a recording, for a person at a terminal; what has ended stays above them.
 *
 * <p>Between two drawings the cursor stands where the first line begins. A terminal that is made narrower wraps what
 * was drawn, each in its own way, but takes the cursor along, so that whatever became of the lines is below it.
 */
public final class TerminalDisplay extends PlainDisplay {
    private static final String CLEAR_BELOW = "\r\u001B[J";
    private static final String LINES_UP = "\r\u001B[%dA";

    /** What is too wide for a terminal that has just been made narrower is cut off. */
    private static final String CUT_OFF = "\u001B[?7l";

    private static final String WRAP = "\u001B[?7h";

    private final PrintStream err;
    private final Supplier<TerminalSize> size;
    private final ProgressLine line;
    private int drawn;
    private boolean left;

    /** @param size of the terminal as it is now; no line wraps, and there are never more than it has rows */
    public TerminalDisplay(
            PrintStream out, PrintStream err, InstantSource clock, Supplier<TerminalSize> size, Style style) {
        super(out, err, clock, style);
        this.err = err;
        this.size = size;
        this.line = new ProgressLine(style);
    }

    @Override
    public void say(String message) {
        clear();
        super.say(message);
    }

    @Override
    protected void complain(String trouble) {
        clear();
        super.complain(trouble);
    }

    @Override
    public void preparing(String step) {
        draw(List.of(line.preparing(step, room(size.get()))));
    }

    @Override
    public void show(Collection<Recording> underWay) {
        noted(underWay);
        var now = size.get();
        var lines = new ArrayList<String>();
        int most = Math.max(now.rows() - 1, 1);
        int shown = underWay.size() <= most ? most : most - 1;
        underWay.stream().limit(shown).forEach(each -> lines.add(line.of(each, pace(each), room(now))));
        if (underWay.size() > shown) {
            lines.add(CellText.within(room(now), "… and %d more".formatted(underWay.size() - shown)));
        }
        draw(lines);
    }

    private static int room(TerminalSize size) {
        return Math.max(size.columns() - 1, 1);
    }

    private synchronized void draw(List<String> lines) {
        if (left) {
            return;
        }
        clear();
        if (!lines.isEmpty()) {
            err.print(CUT_OFF + String.join(System.lineSeparator(), lines) + WRAP + toTheFirstOf(lines.size()));
            err.flush();
            drawn = lines.size();
        }
    }

    private static String toTheFirstOf(int lines) {
        return lines == 1 ? "\r" : LINES_UP.formatted(lines - 1);
    }

    /** Takes away what was drawn, and stands where its first line began. */
    private synchronized void clear() {
        if (drawn > 0) {
            err.print(CLEAR_BELOW);
            err.flush();
            drawn = 0;
        }
    }

    /** Leaves what is drawn where it is, for whoever writes below it, and draws no more: the program is ending. */
    public synchronized void leave() {
        err.print(System.lineSeparator().repeat(drawn));
        err.flush();
        drawn = 0;
        left = true;
    }

    @Override
    public void finished(Recording recording, ExportedFiles files) {
        clear();
        super.finished(recording, files);
    }

    @Override
    public void refused(String name, ProblemException refusal) {
        clear();
        super.refused(name, refusal);
    }
}

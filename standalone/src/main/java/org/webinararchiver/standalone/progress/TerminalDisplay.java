package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;

/**
 * Progress as lines that are drawn over, one a recording, for a person at a terminal; what has ended stays above them.
 */
public final class TerminalDisplay extends PlainDisplay {
    private static final String CLEAR_LINE = "\r\u001B[2K";
    private static final String LINE_ABOVE = "\u001B[1A";

    private final PrintStream err;
    private final TerminalSize size;
    private final ProgressLine line;
    private int drawn;

    /** @param size of the terminal; no line wraps, and there are never more than it has rows */
    public TerminalDisplay(PrintStream out, PrintStream err, InstantSource clock, TerminalSize size, Style style) {
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
        draw(List.of(line.preparing(step, room())));
    }

    @Override
    public void show(Collection<Recording> underWay) {
        noted(underWay);
        var lines = new ArrayList<String>();
        int most = Math.max(size.rows() - 1, 1);
        int shown = underWay.size() <= most ? most : most - 1;
        underWay.stream().limit(shown).forEach(each -> lines.add(line.of(each, pace(each), room())));
        if (underWay.size() > shown) {
            lines.add(CellText.within(room(), "… and %d more".formatted(underWay.size() - shown)));
        }
        draw(lines);
    }

    private int room() {
        return Math.max(size.columns() - 1, 1);
    }

    private void draw(List<String> lines) {
        clear();
        err.print(String.join(System.lineSeparator(), lines));
        err.flush();
        drawn = lines.size();
    }

    /** Takes away what was drawn, and stands where its first line began. */
    private void clear() {
        if (drawn > 0) {
            err.print(CLEAR_LINE + (LINE_ABOVE + CLEAR_LINE).repeat(drawn - 1));
            err.flush();
            drawn = 0;
        }
    }

    @Override
    public void finished(Recording recording, Path file) {
        clear();
        super.finished(recording, file);
    }

    @Override
    public void refused(String name, ProblemException refusal) {
        clear();
        super.refused(name, refusal);
    }
}

package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import org.webinararchiver.api.recordings.RecordingView;

/** Progress as a line that is drawn over, for a person at a terminal; what has ended stays above it. */
public final class TerminalDisplay extends PlainDisplay {
    private static final String BACK_TO_THE_START_AND_CLEAR = "\r\u001B[2K";
    private static final int BAR_CELLS = 20;

    private final PrintStream err;
    private final int columns;

    /** @param columns of the terminal; the line never wraps */
    public TerminalDisplay(PrintStream out, PrintStream err, int columns) {
        super(out, err);
        this.err = err;
        this.columns = columns;
    }

    @Override
    public void say(String message) {
        err.print(BACK_TO_THE_START_AND_CLEAR);
        super.say(message);
    }

    @Override
    protected void complain(String trouble) {
        err.print(BACK_TO_THE_START_AND_CLEAR);
        super.complain(trouble);
    }

    @Override
    public void preparing(String step) {
        draw(bar(0) + ' ' + step);
    }

    @Override
    public void show(RecordingView recording) {
        if (recording.state().isFinal()) {
            return;
        }
        draw(bar(ProgressText.share(recording)) + ' ' + ProgressText.of(recording) + " · " + name(recording));
    }

    private void draw(String line) {
        err.print(BACK_TO_THE_START_AND_CLEAR + fitting(line));
        err.flush();
    }

    @Override
    public void finished(RecordingView recording, Path file) {
        err.print(BACK_TO_THE_START_AND_CLEAR);
        err.flush();
        super.finished(recording, file);
    }

    private static String bar(double share) {
        int full = (int) Math.round(share * BAR_CELLS);
        return "█".repeat(full) + "░".repeat(BAR_CELLS - full);
    }

    private String fitting(String line) {
        var room = Math.max(columns - 1, 1);
        return line.codePointCount(0, line.length()) <= room
                ? line
                : line.substring(0, line.offsetByCodePoints(0, room - 1)) + '…';
    }
}

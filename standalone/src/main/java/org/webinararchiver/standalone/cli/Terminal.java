package org.webinararchiver.standalone.cli;

import org.webinararchiver.standalone.progress.TerminalSize;

/** What the start script knows of the terminal, if there is one; Java 21 does not. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private Terminal() {}

    /** Whether progress can be drawn over. */
    static boolean isShown() {
        return Boolean.getBoolean("archiver.terminal") && !"dumb".equals(System.getenv("TERM"));
    }

    /** Whether a person can answer. */
    static boolean canAnswer() {
        return Boolean.getBoolean("archiver.terminal.input");
    }

    static TerminalSize size() {
        return new TerminalSize(
                Integer.getInteger("archiver.terminal.columns", USUAL_COLUMNS),
                Integer.getInteger("archiver.terminal.rows", USUAL_ROWS));
    }
}

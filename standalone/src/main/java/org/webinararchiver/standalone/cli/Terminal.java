package org.webinararchiver.standalone.cli;

import java.time.InstantSource;
import org.webinararchiver.standalone.progress.Display;
import org.webinararchiver.standalone.progress.Style;
import org.webinararchiver.standalone.progress.TerminalDisplay;
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

    /** Progress that is drawn over, as wide as the terminal is, and left readable when the program is interrupted. */
    static Display display() {
        var size = new FollowedSize(sizeAtStart(), Stty::size, InstantSource.system(), Thread::startVirtualThread);
        var display =
                new TerminalDisplay(System.out, System.err, InstantSource.system(), size, Style.by(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(display::leave));
        return display;
    }

    private static TerminalSize sizeAtStart() {
        return new TerminalSize(
                Integer.getInteger("archiver.terminal.columns", USUAL_COLUMNS),
                Integer.getInteger("archiver.terminal.rows", USUAL_ROWS));
    }
}

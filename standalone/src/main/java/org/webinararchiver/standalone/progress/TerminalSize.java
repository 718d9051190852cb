package org.webinararchiver.standalone.progress;

/**
 * How much room there is on a terminal.
 *
 * @param columns one or more
 * @param rows one or more
 */
public record TerminalSize(int columns, int rows) {
    public TerminalSize {
        columns = Math.max(columns, 1);
        rows = Math.max(rows, 1);
    }
}

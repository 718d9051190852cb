package org.webinararchiver.simulator.marker;

/** Which cells of a marker are white. */
final class MarkerCells {
    private static final int BITS_OF_ROW = 32;

    private MarkerCells() {}

    /** Whether a cell of the ruler is white. */
    static boolean ruler(int column) {
        return column % 2 == 0;
    }

    /** Whether a cell that is the same in every marker is white; the cells of {@link #isFixed}. */
    static boolean fixed(int row, int column) {
        return row == 0 ? ruler(column) : row == 1;
    }

    static boolean isFixed(int row, int column) {
        return row == 0 || column == BITS_OF_ROW;
    }

    static boolean isWhite(long word, int row, int column) {
        return isFixed(row, column) ? fixed(row, column) : (word >>> bit(row, column) & 1) == 1;
    }

    /** The place of a cell's bit in the word. */
    static int bit(int row, int column) {
        return 2 * BITS_OF_ROW - 1 - (row - 1) * BITS_OF_ROW - column;
    }
}

package org.webinararchiver.simulator.marker;

/**
 * Where a marker's cells are.
 *
 * <p>A marker fills the lowest sixth of a picture. It has three rows of 33 cells within a black border of one cell. The
 * first row, the ruler, alternates white and black, so that a reader finds the marker at any size; the other two hold
 * one bit a cell, highest first, and end with a white and a black cell:
 *
 * <pre>
 * .  # . # . # …  # . #  .
 * .  bits 63 to 32    #  .
 * .  bits 31 to 0     .  .
 * </pre>
 *
 * @param left where the first column begins, in pixels
 * @param top where the ruler begins, in pixels
 * @param cellWidth in pixels
 * @param cellHeight in pixels
 */
record MarkerGrid(double left, double top, double cellWidth, double cellHeight) {
    static final int COLUMNS = 33;
    static final int ROWS = 3;

    private static final int BORDER = 1;
    private static final int COLUMNS_OF_PICTURE = COLUMNS + 2 * BORDER;
    private static final int ROWS_OF_PICTURE = 6 * (ROWS + 2 * BORDER);
    private static final int ROWS_ABOVE = ROWS_OF_PICTURE - ROWS - BORDER;

    /** The grid of a picture that fills this area. */
    static MarkerGrid within(Area picture) {
        double cellWidth = picture.width() / COLUMNS_OF_PICTURE;
        double cellHeight = picture.height() / ROWS_OF_PICTURE;
        return new MarkerGrid(
                picture.x() + BORDER * cellWidth, picture.y() + ROWS_ABOVE * cellHeight, cellWidth, cellHeight);
    }

    /** The whole picture that this is the marker of. */
    Area picture() {
        return new Area(
                left - BORDER * cellWidth,
                top - ROWS_ABOVE * cellHeight,
                COLUMNS_OF_PICTURE * cellWidth,
                ROWS_OF_PICTURE * cellHeight);
    }

    /** The marker and its border. */
    Area band() {
        return new Area(
                left - BORDER * cellWidth,
                top - BORDER * cellHeight,
                COLUMNS_OF_PICTURE * cellWidth,
                (ROWS + 2 * BORDER) * cellHeight);
    }

    double centreX(int column) {
        return left + (column + 0.5) * cellWidth;
    }

    double centreY(int row) {
        return top + (row + 0.5) * cellHeight;
    }

    double edgeX(int column) {
        return left + column * cellWidth;
    }

    double edgeY(int row) {
        return top + row * cellHeight;
    }
}

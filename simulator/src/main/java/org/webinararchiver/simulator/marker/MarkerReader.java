package org.webinararchiver.simulator.marker;

import java.util.Optional;

/** Reads the cells of one marker whose place is known. */
final class MarkerReader {
    /** White and black closer together than this, of 255, are not told apart. */
    private static final double LEAST_CONTRAST = 40;

    /** A cell must be this far from the middle between white and black, as a share of their distance. */
    private static final double LEAST_CERTAINTY = 0.15;

    /** The part of a cell that is looked at: its edges are blurred by scaling and coding. */
    private static final double CORE = 0.5;

    private final GrayPicture picture;
    private final MarkerGrid grid;

    private MarkerReader(GrayPicture picture, MarkerGrid grid) {
        this.picture = picture;
        this.grid = grid;
    }

    static Optional<FrameReading> read(GrayPicture picture, MarkerGrid grid) {
        return new MarkerReader(picture, grid).read();
    }

    private Optional<FrameReading> read() {
        double white = rulerMean(true);
        double black = rulerMean(false);
        if (white - black < LEAST_CONTRAST) {
            return Optional.empty();
        }
        double middle = (white + black) / 2;
        double margin = (white - black) * LEAST_CERTAINTY;
        long word = 0;
        for (int row = 0; row < MarkerGrid.ROWS; row++) {
            for (int column = 0; column < MarkerGrid.COLUMNS; column++) {
                double above = brightness(row, column) - middle;
                boolean isWhite = above > 0;
                boolean contradicts = MarkerCells.isFixed(row, column) && MarkerCells.fixed(row, column) != isWhite;
                if (Math.abs(above) < margin || contradicts) {
                    return Optional.empty();
                }
                if (isWhite && !MarkerCells.isFixed(row, column)) {
                    word |= 1L << MarkerCells.bit(row, column);
                }
            }
        }
        return MarkerWord.read(word);
    }

    private double rulerMean(boolean white) {
        double sum = 0;
        int cells = 0;
        for (int column = white ? 0 : 1; column < MarkerGrid.COLUMNS; column += 2) {
            sum += brightness(0, column);
            cells++;
        }
        return sum / cells;
    }

    private double brightness(int row, int column) {
        return picture.around(
                grid.centreX(column), grid.centreY(row), CORE * grid.cellWidth(), CORE * grid.cellHeight());
    }
}

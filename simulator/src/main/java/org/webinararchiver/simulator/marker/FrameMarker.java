package org.webinararchiver.simulator.marker;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Writes into a picture which source it is of and when it was shown, and reads it back from a picture that was encoded,
 * scaled or put beside others. What cannot be read for certain is not read: the answer is empty, never wrong.
 */
public final class FrameMarker {
    private FrameMarker() {}

    /** Paints the marker of a picture of this size into its lowest sixth, a black band with white cells. */
    public static void paint(Graphics2D graphics, int width, int height, FrameReading reading) {
        var grid = MarkerGrid.within(new Area(0, 0, width, height));
        long word = MarkerWord.of(reading);
        graphics.setColor(Color.BLACK);
        graphics.fill(rectangle(grid.band()));
        graphics.setColor(Color.WHITE);
        for (int row = 0; row < MarkerGrid.ROWS; row++) {
            for (int column = 0; column < MarkerGrid.COLUMNS; column++) {
                if (MarkerCells.isWhite(word, row, column)) {
                    graphics.fill(cell(grid, row, column));
                }
            }
        }
    }

    /** Reads a picture whose place is known: the whole picture of one source, scaled to fill this area. */
    public static Optional<FrameReading> read(GrayPicture picture, Area area) {
        return MarkerReader.read(picture, MarkerGrid.within(area));
    }

    /** Reads a picture that shows one source and nothing else. */
    public static Optional<FrameReading> read(GrayPicture picture) {
        return read(picture, Area.of(picture));
    }

    /** Looks for pictures of sources anywhere within a picture, in order from the top and from the left. */
    public static List<Sighting> find(GrayPicture picture) {
        return new MarkerSearch(picture).all();
    }

    /** Whole pixels, so that no cell has a grey edge. */
    private static Rectangle2D cell(MarkerGrid grid, int row, int column) {
        double left = Math.rint(grid.edgeX(column));
        double top = Math.rint(grid.edgeY(row));
        return new Rectangle2D.Double(
                left, top, Math.rint(grid.edgeX(column + 1)) - left, Math.rint(grid.edgeY(row + 1)) - top);
    }

    private static Rectangle2D rectangle(Area area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }
}

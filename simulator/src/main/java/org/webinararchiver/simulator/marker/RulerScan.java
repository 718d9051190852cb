package org.webinararchiver.simulator.marker;

import java.util.ArrayList;
import java.util.List;

/** Looks for rulers in one row of pixels. */
final class RulerScan {
    /** Brighter pixels count as white; lies between black and white in full and in limited range. */
    static final int MIDDLE = 125;

    /** How far an edge may be from where even steps would have it, in pixels and as a share of a cell. */
    private static final double PIXELS_OFF = 1;

    private static final double SHARE_OFF = 0.15;

    private RulerScan() {}

    /** A ruler's extent within a row, in pixels. */
    record Ruler(double left, double cellWidth) {}

    static List<Ruler> rulers(GrayPicture picture, int y) {
        var edges = edges(picture, y);
        var rulers = new ArrayList<Ruler>();
        int first = 0;
        while (first + MarkerGrid.COLUMNS < edges.size()) {
            double left = edges.get(first);
            double cellWidth = (edges.get(first + MarkerGrid.COLUMNS) - left) / MarkerGrid.COLUMNS;
            boolean beginsWhite = picture.at((int) (left + cellWidth / 2), y) >= MIDDLE;
            if (beginsWhite && isEven(edges, first, cellWidth)) {
                rulers.add(new Ruler(left, cellWidth));
                first += MarkerGrid.COLUMNS;
            } else {
                first++;
            }
        }
        return rulers;
    }

    private static boolean isEven(List<Double> edges, int first, double cellWidth) {
        double left = edges.get(first);
        double allowed = PIXELS_OFF + SHARE_OFF * cellWidth;
        for (int column = 1; column < MarkerGrid.COLUMNS; column++) {
            double expected = left + column * cellWidth;
            if (Math.abs(edges.get(first + column) - expected) > allowed) {
                return false;
            }
        }
        return true;
    }

    /** Where the row turns from black to white or back, between pixels by how bright both are. */
    private static List<Double> edges(GrayPicture picture, int y) {
        var edges = new ArrayList<Double>();
        int before = picture.at(0, y);
        for (int x = 1; x < picture.width(); x++) {
            int here = picture.at(x, y);
            if (before >= MIDDLE != here >= MIDDLE) {
                edges.add(x - 0.5 + (double) (MIDDLE - before) / (here - before));
            }
            before = here;
        }
        return edges;
    }
}

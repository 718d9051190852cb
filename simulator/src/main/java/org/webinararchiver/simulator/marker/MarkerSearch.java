package org.webinararchiver.simulator.marker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds markers by their rulers: a row of pixels that alternates 33 times in even steps. */
final class MarkerSearch {
    /** Rulers with narrower cells, in pixels, are not found: their marker could not be read either. */
    private static final double NARROWEST_CELL = 2.5;

    private final GrayPicture picture;
    private final List<Sighting> found = new ArrayList<>();

    MarkerSearch(GrayPicture picture) {
        this.picture = picture;
    }

    List<Sighting> all() {
        for (int y = 0; y < picture.height(); y++) {
            for (var ruler : RulerScan.rulers(picture, y)) {
                if (ruler.cellWidth() >= NARROWEST_CELL && !isKnown(ruler, y)) {
                    look(ruler, y).ifPresent(found::add);
                }
            }
        }
        found.sort(
                Comparator.<Sighting>comparingDouble(sighting -> sighting.area().y())
                        .thenComparingDouble(sighting -> sighting.area().x()));
        return List.copyOf(found);
    }

    private boolean isKnown(RulerScan.Ruler ruler, int y) {
        return found.stream().map(Sighting::area).anyMatch(area -> {
            boolean sameRows = y >= area.y() && y <= area.y() + area.height();
            return sameRows && ruler.left() >= area.x() && ruler.left() <= area.x() + area.width();
        });
    }

    private Optional<Sighting> look(RulerScan.Ruler ruler, int y) {
        int top = y;
        while (top > 0 && alternates(ruler, top - 1)) {
            top--;
        }
        int bottom = y;
        while (bottom < picture.height() - 1 && alternates(ruler, bottom + 1)) {
            bottom++;
        }
        return read(ruler, top, bottom + 1);
    }

    /** The ruler's rows at its edges are mixed with its neighbours', so its height is known to a pixel or two only. */
    private Optional<Sighting> read(RulerScan.Ruler ruler, int top, int bottom) {
        for (double slack : new double[] {0, 0.5, -0.5, 1}) {
            var grid =
                    new MarkerGrid(ruler.left(), top - slack / 2, ruler.cellWidth(), Math.max(1, bottom - top + slack));
            var reading = MarkerReader.read(picture, grid);
            if (reading.isPresent()) {
                return Optional.of(new Sighting(reading.get(), grid.picture()));
            }
        }
        return Optional.empty();
    }

    private boolean alternates(RulerScan.Ruler ruler, int y) {
        for (int column = 0; column < MarkerGrid.COLUMNS; column++) {
            int x = (int) (ruler.left() + (column + 0.5) * ruler.cellWidth());
            boolean isWhite = picture.at(x, y) >= RulerScan.MIDDLE;
            if (isWhite != MarkerCells.ruler(column)) {
                return false;
            }
        }
        return true;
    }
}

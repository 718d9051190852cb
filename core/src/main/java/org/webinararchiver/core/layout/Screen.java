package org.webinararchiver.core.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides a screen. Everything is a share of its height, so that a smaller screen looks the same.
 *
 * @param size of the screen, both sides even
 */
public record Screen(Size size) {
    /** Of the screen's width, what is beside the stage. */
    private static final double COLUMN = 0.2;
    /** Of the screen's height, the space between things. */
    private static final double SPACE = 1 / 90.0;
    /** Of the screen's height, a name. */
    private static final double LABEL = 1 / 36.0;
    /** Of the column, messages where there are people too. */
    private static final double CHAT = 0.45;

    private static final Size TILE = new Size(16, 9);
    /**
     * So many pixels of a tile are not missed; more of them are seen as a margin beside a camera of its proportions.
     */
    private static final double OUT_OF_PROPORTION = 0.25;

    public Screen {
        if (size.width() % 2 != 0 || size.height() % 2 != 0) {
            throw new IllegalArgumentException("a screen of " + size);
        }
    }

    private double space() {
        return SPACE * size.height();
    }

    private double label() {
        return LABEL * size.height();
    }

    private Area all() {
        return new Area(0, 0, size.width(), size.height()).within(space());
    }

    /** Where one thing fills it. */
    public Seating filled() {
        return new Seating(
                Optional.of(new Box(0, 0, size.width(), size.height())),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** How many people there is room for beside a stage. */
    public int placesBesideStage(boolean chat) {
        return 2 * rows(peopleArea(chat), 2);
    }

    /**
     * A stage with people, messages or both beside it.
     *
     * @param people how many, no more than there is room for
     * @param more whether there are others, for whom there is no room
     */
    public Seating besideStage(int people, boolean more, boolean chat) {
        var area = peopleArea(chat && people > 0);
        int columns = people <= rows(area, 1) ? 1 : 2;
        var seats = grid(area, people, columns, rows(area, columns), false);
        return new Seating(
                Optional.of(stageArea().box()),
                Optional.empty(),
                seats,
                more ? Optional.of(moreArea(area).box()) : Optional.empty(),
                chat ? Optional.of(chatArea(people > 0).box()) : Optional.empty());
    }

    /** The same with a stage that is as much lower as a name below it takes. */
    public Seating named(Seating seating) {
        var stage = seating.stage().orElseThrow();
        var area = new Area(stage.x(), stage.y(), stage.width(), stage.height());
        return new Seating(
                Optional.of(area.withoutBottom(label()).box()),
                Optional.of(area.bottom(label()).box()),
                seating.seats(),
                seating.more(),
                seating.chat());
    }

    /** How many people there is room for in tiles, at most. */
    public static int placesInGallery() {
        return 25;
    }

    /**
     * Tiles of one size, as large as there is room for.
     *
     * @param tiles 1 or more
     * @param stage whether the first of them is the stage
     */
    public Seating gallery(int tiles, boolean stage, boolean more, boolean chat) {
        var area = chat ? stageArea() : all();
        var people = more ? area.withoutBottom(label() + space()) : area;
        int columns = columnsFor(people, tiles);
        int rows = (tiles + columns - 1) / columns;
        var seats = grid(people, tiles, columns, rows, true);
        return new Seating(
                stage ? Optional.of(seats.getFirst().picture()) : Optional.empty(),
                stage ? Optional.of(seats.getFirst().label()) : Optional.empty(),
                stage ? seats.subList(1, seats.size()) : seats,
                more ? Optional.of(area.bottom(label()).box()) : Optional.empty(),
                chat ? Optional.of(columnArea().box()) : Optional.empty());
    }

    /** So many that tiles are as wide as can be. */
    private int columnsFor(Area area, int tiles) {
        int best = 1;
        for (int columns = 2; columns <= tiles; columns++) {
            if (tileWidth(area, tiles, columns) > tileWidth(area, tiles, best)) {
                best = columns;
            }
        }
        return best;
    }

    private double tileWidth(Area area, int tiles, int columns) {
        int rows = (tiles + columns - 1) / columns;
        double byWidth = (area.width() - (columns - 1) * space()) / columns;
        double high = (area.height() - (rows - 1) * space()) / rows - label();
        return Math.min(byWidth, high * TILE.width() / TILE.height());
    }

    private Area columnArea() {
        double width = COLUMN * size.width();
        return new Area(size.width() - space() - width, space(), width, size.height() - 2 * space());
    }

    private Area stageArea() {
        return all().withoutRight(COLUMN * size.width() + space());
    }

    /** Where people are; the last line of it tells how many others there are. */
    private Area peopleArea(boolean chat) {
        var column = columnArea();
        var people = chat ? column.withoutBottom(column.height() * CHAT + space()) : column;
        return people.withoutBottom(label() + space());
    }

    private Area moreArea(Area people) {
        return new Area(people.x(), people.y() + people.height() + space(), people.width(), label());
    }

    private Area chatArea(boolean people) {
        var column = columnArea();
        return people ? column.bottom(column.height() * CHAT) : column;
    }

    /** How many rows of tiles there are room for when each has so many. */
    private int rows(Area area, int columns) {
        double width = (area.width() - (columns - 1) * space()) / columns;
        double height = width * TILE.height() / TILE.width() + label();
        return (int) ((area.height() + space()) / (height + space()));
    }

    /**
     * Rows from the top.
     *
     * @param centred whether all of them are in the middle, and so is a row that is not full
     */
    private List<Seat> grid(Area area, int tiles, int columns, int rows, boolean centred) {
        double byWidth = (area.width() - (columns - 1) * space()) / columns;
        double byHeight = ((area.height() - (rows - 1) * space()) / rows - label()) * TILE.width() / TILE.height();
        int width = tileWidth(Math.min(byWidth, byHeight));
        double height = tileHeight(width);
        double high = rows * (height + label()) + (rows - 1) * space();
        double top = centred ? area.y() + Math.max(0, area.height() - high) / 2 : area.y();
        var seats = new ArrayList<Seat>();
        for (int tile = 0; tile < tiles; tile++) {
            int row = tile / columns;
            int inRow = centred ? Math.min(columns, tiles - row * columns) : columns;
            double begin = area.x() + (area.width() - inRow * width - (inRow - 1) * space()) / 2;
            double x = begin + tile % columns * (width + space());
            double y = top + row * (height + label() + space());
            var picture = Box.near(x, y, width, height);
            seats.add(new Seat(picture, Box.near(picture.x(), picture.bottom(), picture.width(), label())));
        }
        return seats;
    }

    /** The largest even width of no more than this with which an even height is nearly in proportion. */
    private static int tileWidth(double most) {
        int width = Math.max(2, 2 * (int) Math.floor(most / 2));
        while (width > 2 && Math.abs(tileHeight(width) - exactHeight(width)) > OUT_OF_PROPORTION) {
            width -= 2;
        }
        return width;
    }

    private static int tileHeight(int width) {
        return 2 * (int) Math.round(exactHeight(width) / 2);
    }

    private static double exactHeight(int width) {
        return (double) width * TILE.height() / TILE.width();
    }
}

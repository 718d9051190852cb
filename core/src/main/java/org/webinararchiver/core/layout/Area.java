package org.webinararchiver.core.layout;

/** A place on the screen before it is rounded to pixels. */
record Area(double x, double y, double width, double height) {

    Area within(double margin) {
        return new Area(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }

    Area withoutRight(double less) {
        return new Area(x, y, width - less, height);
    }

    Area withoutBottom(double less) {
        return new Area(x, y, width, height - less);
    }

    Area bottom(double high) {
        return new Area(x, y + height - high, width, high);
    }

    Box box() {
        return Box.near(x, y, width, height);
    }
}

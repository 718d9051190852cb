package org.webinararchiver.core.layout;

import java.util.Objects;

/**
 * Where somebody is on the screen.
 *
 * @param picture for their camera, or for the card that stands for it
 * @param label for their name, right below it
 */
public record Seat(Box picture, Box label) {
    public Seat {
        Objects.requireNonNull(picture);
        Objects.requireNonNull(label);
    }
}

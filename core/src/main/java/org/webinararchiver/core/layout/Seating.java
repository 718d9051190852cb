package org.webinararchiver.core.layout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a screen is divided.
 *
 * @param stage where what is looked at is
 * @param stageName where the name of whoever is on the stage, or shares it, is
 * @param seats in the order of the people
 * @param more where is told how many others there are
 * @param chat where messages are
 */
public record Seating(
        Optional<Box> stage, Optional<Box> stageName, List<Seat> seats, Optional<Box> more, Optional<Box> chat) {
    public Seating {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(stageName);
        seats = List.copyOf(seats);
        Objects.requireNonNull(more);
        Objects.requireNonNull(chat);
    }
}

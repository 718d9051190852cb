package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A slide appears, or the deck is put away.
 *
 * @param shown whether something is shown from now on
 * @param deck the deck's id, where the event names one
 * @param slide what the event says of the slide itself
 * @param position of the slide in its deck, counted from zero or one
 */
public record SlideTurn(
        Duration at, boolean shown, Optional<String> deck, Optional<SlidePicture> slide, OptionalInt position) {}

package org.webinararchiver.platform.catalog;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A part that a recording is divided into.
 *
 * @param number from zero
 * @param lasting how much of the recording it is
 * @param ready where it is, if whoever divided the recording made it along the way
 */
public record PartToRender(int number, Duration lasting, Optional<Ready> ready) {
    public PartToRender {
        Objects.requireNonNull(lasting);
        Objects.requireNonNull(ready);
    }

    /** A part that is stored already; see {@link StoredPart#stored}. */
    public record Ready(String objectKey, String note) {
        public Ready {
            Objects.requireNonNull(objectKey);
            Objects.requireNonNull(note);
        }
    }
}

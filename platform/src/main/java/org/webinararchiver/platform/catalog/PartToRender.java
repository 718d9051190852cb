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
 * @param madeFrom the number of the first of the parts that it is made of, which go up to its own; absent when it is
 *     made of none
 */
public record PartToRender(int number, Duration lasting, Optional<Ready> ready, Optional<Integer> madeFrom) {
    public PartToRender {
        Objects.requireNonNull(lasting);
        Objects.requireNonNull(ready);
        Objects.requireNonNull(madeFrom);
    }

    /** A part that can be rendered at once. */
    public static PartToRender of(int number, Duration lasting) {
        return new PartToRender(number, lasting, Optional.empty(), Optional.empty());
    }

    /** A part that is stored already. */
    public static PartToRender ready(int number, Duration lasting, Ready ready) {
        return new PartToRender(number, lasting, Optional.of(ready), Optional.empty());
    }

    /** A part that is made of others when they are rendered; the time of the recording is counted with them. */
    public static PartToRender madeOf(int first, int number) {
        return new PartToRender(number, Duration.ZERO, Optional.empty(), Optional.of(first));
    }

    /** A part that is stored already; see {@link StoredPart#stored}. */
    public record Ready(String objectKey, String note) {
        public Ready {
            Objects.requireNonNull(objectKey);
            Objects.requireNonNull(note);
        }
    }
}

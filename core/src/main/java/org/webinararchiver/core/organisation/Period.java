package org.webinararchiver.core.organisation;

import java.time.LocalDate;

/**
 * Days whose recordings are listed.
 *
 * @param from the first of them
 * @param to the last of them
 */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins: %s to %s".formatted(from, to));
        }
    }
}

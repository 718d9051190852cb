package org.webinararchiver.api.organisations;

import java.time.LocalDate;
import java.util.Optional;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.core.organisation.Period;

/**
 * The days that somebody wants looked at.
 *
 * @param from the first day; absent for what is new
 * @param to the last day; absent for all days from the first one on
 */
public record WantedLook(LocalDate from, LocalDate to) {

    /** Empty for what is new. */
    static Optional<Period> days(WantedLook wanted, LocalDate today) {
        if (wanted == null || (wanted.from == null && wanted.to == null)) {
            return Optional.empty();
        }
        var last = wanted.to == null ? today.plusDays(1) : wanted.to;
        if (wanted.from == null || last.isBefore(wanted.from)) {
            throw ExpectedBody.LOOK.refused("Days go from an earlier one to a later one.");
        }
        if (wanted.from.getYear() < 2000 || last.isAfter(today.plusDays(1))) {
            throw ExpectedBody.LOOK.refused("Days are from 2000-01-01 to tomorrow.");
        }
        return Optional.of(new Period(wanted.from, last));
    }
}

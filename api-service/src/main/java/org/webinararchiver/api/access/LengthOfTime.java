package org.webinararchiver.api.access;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line: P90D, P1Y, PT12H; more than nothing and at most a hundred years. */
final class LengthOfTime implements ITypeConverter<TemporalAmount> {
    private static final Duration MOST_EXACT = Duration.ofDays(36_500);
    private static final int MOST_YEARS = 100;

    @Override
    public TemporalAmount convert(String text) {
        try {
            return exact(Duration.parse(text));
        } catch (DateTimeParseException notInDays) {
            return inYearsAndMonths(text);
        }
    }

    private static Duration exact(Duration length) {
        if (!length.isPositive() || length.compareTo(MOST_EXACT) > 0) {
            throw refused();
        }
        return length;
    }

    private static Period inYearsAndMonths(String text) {
        try {
            var length = Period.parse(text);
            if (length.isNegative() || length.isZero() || length.toTotalMonths() > 12L * MOST_YEARS) {
                throw refused();
            }
            return length;
        } catch (DateTimeParseException e) {
            throw refused();
        }
    }

    private static TypeConversionException refused() {
        return new TypeConversionException("write it as P90D, P1Y or PT12H, at most a hundred years");
    }
}

package org.webinararchiver.api.access;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The limits of a key on the command line. */
final class LimitOptions {
    private static final String VALUES = " A number, \"none\", or \"default\" for what the service's settings say.";

    @Option(
            names = "--requests-a-minute",
            paramLabel = "N",
            converter = Most.class,
            description = "Requests that each service answers, on average." + VALUES)
    private Wanted requestsAMinute;

    @Option(
            names = "--recordings-a-day",
            paramLabel = "N",
            converter = Most.class,
            description = "Recordings on which work is begun, a day of UTC." + VALUES)
    private Wanted recordingsADay;

    @Option(
            names = "--recordings-under-way",
            paramLabel = "N",
            converter = Most.class,
            description = "Recordings that are under way at once." + VALUES)
    private Wanted recordingsUnderWay;

    /** @param most empty for what the service's settings say, 0 for no limit */
    record Wanted(Optional<Integer> most) {}

    boolean areNone() {
        return requestsAMinute == null && recordingsADay == null && recordingsUnderWay == null;
    }

    /** These, and what the key had where nothing else is wanted. */
    KeyLimits over(KeyLimits before) {
        return new KeyLimits(
                requestsAMinute == null ? before.requestsAMinute() : requestsAMinute.most(),
                recordingsADay == null ? before.recordingsADay() : recordingsADay.most(),
                recordingsUnderWay == null ? before.recordingsUnderWay() : recordingsUnderWay.most());
    }

    /** Reads {@code 60}, {@code none} and {@code default}. */
    static final class Most implements ITypeConverter<Wanted> {
        @Override
        public Wanted convert(String text) {
            if (text.equals("default")) {
                return new Wanted(Optional.empty());
            }
            if (text.equals("none")) {
                return new Wanted(Optional.of(0));
            }
            if (text.matches("[1-9][0-9]{0,8}")) {
                return new Wanted(Optional.of(Integer.valueOf(text)));
            }
            throw new TypeConversionException("write a number from 1, none, or default");
        }
    }
}

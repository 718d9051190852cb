package org.webinararchiver.standalone.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line. */
final class TimeText implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Times.read(text);
        } catch (IllegalArgumentException e) {
            var refusal = new TypeConversionException(e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }
}

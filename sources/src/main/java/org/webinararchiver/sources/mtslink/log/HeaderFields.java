package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the few fields that a description holds beside its log. */
final class HeaderFields {
    private static final BigDecimal LARGEST_CODE = BigDecimal.valueOf(999);

    private HeaderFields() {}

    static RecordHeader header(ObjectNode node, boolean hasLog) {
        try {
            var fields = Fields.of(node);
            return new RecordHeader(
                    hasLog,
                    errorCode(fields),
                    fields.text("name"),
                    fields.dateTime("createAt"),
                    fields.number("duration").flatMap(HeaderFields::duration));
        } catch (UnexpectedShape e) {
            throw new IllegalStateException("an object node is an object", e);
        }
    }

    private static OptionalInt errorCode(Fields fields) {
        var code = fields.object("error").flatMap(error -> error.number("code"));
        return code.filter(number -> number.signum() > 0 && number.compareTo(LARGEST_CODE) <= 0)
                .map(number -> OptionalInt.of(number.intValue()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Duration> duration(BigDecimal seconds) {
        try {
            return Optional.of(Seconds.of(seconds));
        } catch (UnexpectedShape e) {
            return Optional.empty();
        }
    }
}

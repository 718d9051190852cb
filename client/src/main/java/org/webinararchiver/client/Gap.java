package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Duration;

/**
 * Something that is missing; what is not known is null.
 *
 * @param name which slide or document
 * @param participant whose picture or sound
 * @param from when it begins on the recording's time axis; null for documents, as is {@code to}
 */
public record Gap(Kind kind, String name, String participant, Duration from, Duration to, String reason) {

    /** What it is that is missing. */
    public enum Kind {
        MEDIA,
        SLIDE,
        DOCUMENT,

        /** One that this client does not know: the server is newer. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}

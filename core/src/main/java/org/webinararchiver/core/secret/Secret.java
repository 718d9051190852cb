package org.webinararchiver.core.secret;

import java.util.Objects;

/** A value that opens doors. Its text form is a mask, so that it cannot end in a log by accident. */
public record Secret(String value) {

    public Secret {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}

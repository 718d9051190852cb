package org.webinararchiver.standalone.runtime;

import java.io.Serial;
import java.util.Objects;
import java.util.stream.Stream;

/** The roles did not start, or ended by themselves. */
public final class EngineFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EngineFailure(DataFolder folder, Throwable cause) {
        super(
                "The archiver did not run: %s. The log may say more: %s"
                        .formatted(
                                reason(cause),
                                System.getProperty(
                                        "quarkus.log.file.path", folder.log().toString())),
                cause);
    }

    /** What came first: whatever is around it says no more than that something failed. */
    private static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .orElse(failure.toString());
    }
}

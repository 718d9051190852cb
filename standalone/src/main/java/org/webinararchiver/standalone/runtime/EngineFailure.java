package org.webinararchiver.standalone.runtime;

import java.io.Serial;

/** The roles did not start, or ended by themselves. */
public final class EngineFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EngineFailure(DataFolder folder, Throwable cause) {
        super(
                "The archiver did not run: %s. The log may say more: %s".formatted(cause.getMessage(), folder.log()),
                cause);
    }
}

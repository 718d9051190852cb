package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;
import org.webinararchiver.core.failure.Failure;

/** An origin answered that it will not, or not now. */
final class Refused extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    Refused(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}

package org.webinararchiver.platform.organisation;

import java.io.Serial;

/** Another worker has taken the look over, or the organisation was removed. */
public final class LookLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    LookLost(Look look) {
        super("the look at organisation %s is not this worker's any more".formatted(look.organisation()));
    }
}

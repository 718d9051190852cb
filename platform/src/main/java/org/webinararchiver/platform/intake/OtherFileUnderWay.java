package org.webinararchiver.platform.intake;

import java.io.Serial;
import java.util.UUID;
import org.webinararchiver.platform.catalog.Recording;

/** A recording is under way with other options; one file of it is made at a time. */
public final class OtherFileUnderWay extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final UUID recording;

    OtherFileUnderWay(Recording recording) {
        super("This recording is being archived already, with other options: %s."
                .formatted(recording.options().fileName()));
        this.recording = recording.id();
    }

    public UUID recording() {
        return recording;
    }

    public String advice() {
        return "Wait until it is finished and submit it again, or cancel it first.";
    }
}

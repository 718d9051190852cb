package org.webinararchiver.sources.mtslink.log;

import java.io.IOException;
import java.io.Serial;

/** The platform's answer exceeds a limit that keeps the memory bounded; the message names the limit. */
public final class MetadataTooLarge extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    public MetadataTooLarge(String message) {
        super(message);
    }
}

package org.webinararchiver.download.web;

import java.io.IOException;
import java.io.Serial;

/** A proxy did not bring us to a host. The host is not to blame, and may be reached another time. */
public final class ProxyTrouble extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    public ProxyTrouble(String message) {
        super(message);
    }

    public ProxyTrouble(String message, IOException cause) {
        super(message, cause);
    }
}

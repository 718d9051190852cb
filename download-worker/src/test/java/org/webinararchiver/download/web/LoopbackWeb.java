package org.webinararchiver.download.web;

import org.webinararchiver.core.web.Web;

/** The real client, for tests of what is made of it. */
public final class LoopbackWeb {
    private LoopbackWeb() {}

    /** May ask 127.0.0.1, though that is not public. */
    public static Web open() {
        return new GuardedWeb(ShortSettings.allowing("127.0.0.1"));
    }
}

package org.webinararchiver.platform.room;

import java.io.Serial;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;

/** There is no room to store anything. It goes on by itself when there is. */
public final class NoRoom extends RuntimeException {
    /** By which everybody calls it. */
    public static final String REASON = "storage-full";

    @Serial
    private static final long serialVersionUID = 1;

    public NoRoom(String message) {
        super(message);
    }

    public String advice() {
        return "Make room: remove recordings, set archiver.retention, or give the store more; it goes on by itself then.";
    }

    /** What this means for the work that met it. */
    public Failure.OurOutage failure() {
        return new Failure.OurOutage(REASON, getMessage(), advice(), Remedy.OPERATOR);
    }
}

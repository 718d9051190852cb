package org.webinararchiver.media.mp4;

import java.io.Serial;

/** The file is of another kind, or contradicts itself: no other bytes would make it usable. */
public final class NotMp4 extends Mp4Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NotMp4(String reason) {
        super(reason);
    }
}

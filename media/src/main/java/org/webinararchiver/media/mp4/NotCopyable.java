package org.webinararchiver.media.mp4;

import java.io.Serial;

/** Frames that can not be joined with others as they are; the message says why, in words that follow "the file". */
public final class NotCopyable extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NotCopyable(String words) {
        super(words);
    }
}

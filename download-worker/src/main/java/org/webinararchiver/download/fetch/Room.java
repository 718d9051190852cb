package org.webinararchiver.download.fetch;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes and no more, whoever of several threads takes them. */
final class Room {
    private final long bytes;
    private final AtomicLong taken;

    /** @param taken of these bytes already */
    Room(long bytes, long taken) {
        this.bytes = bytes;
        this.taken = new AtomicLong(taken);
    }

    void take(long some) throws FileTooLarge {
        if (taken.addAndGet(some) > bytes) {
            throw new FileTooLarge(bytes);
        }
    }

    void giveBack(long some) {
        taken.addAndGet(-some);
    }
}

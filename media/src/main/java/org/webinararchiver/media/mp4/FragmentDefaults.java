package org.webinararchiver.media.mp4;

import java.io.IOException;

/**
 * What holds for samples of a fragment that do not say it themselves.
 *
 * @param duration in ticks of the track's clock
 * @param size in bytes
 */
record FragmentDefaults(long duration, long size) {
    static final FragmentDefaults NONE = new FragmentDefaults(0, 0);

    private static final int HAS_BASE_OFFSET = 0x1;
    private static final int HAS_DESCRIPTION = 0x2;
    private static final int HAS_DURATION = 0x8;
    private static final int HAS_SIZE = 0x10;

    /** From {@code trex}. */
    static FragmentDefaults ofTrack(Box trex, Mp4Bytes bytes) throws IOException, NotMp4 {
        return new FragmentDefaults(bytes.unsigned32(trex.body() + 12), bytes.unsigned32(trex.body() + 16));
    }

    /** From {@code tfhd}, which overrides them for one fragment. */
    FragmentDefaults overriddenBy(Box tfhd, Mp4Bytes bytes) throws IOException, NotMp4 {
        var flags = bytes.unsigned32(tfhd.body());
        var at = tfhd.body() + 8;
        at += (flags & HAS_BASE_OFFSET) != 0 ? 8 : 0;
        at += (flags & HAS_DESCRIPTION) != 0 ? 4 : 0;
        var own = this;
        if ((flags & HAS_DURATION) != 0) {
            own = new FragmentDefaults(bytes.unsigned32(at), own.size);
            at += 4;
        }
        if ((flags & HAS_SIZE) != 0) {
            own = new FragmentDefaults(own.duration, bytes.unsigned32(at));
        }
        return own;
    }
}

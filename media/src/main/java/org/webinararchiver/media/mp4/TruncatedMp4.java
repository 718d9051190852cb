package org.webinararchiver.media.mp4;

import java.io.Serial;
import java.util.Optional;
import org.webinararchiver.core.media.MediaProbe;

/** The file is MP4 as far as it goes, but its end is missing. */
public final class TruncatedMp4 extends Mp4Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final long size;
    private final long neededSize;
    private final transient Optional<MediaProbe> media;

    TruncatedMp4(long size, long neededSize, Optional<MediaProbe> media) {
        super("the file ends at byte " + size + ", but needs at least " + neededSize + " bytes");
        this.size = size;
        this.neededSize = neededSize;
        this.media = media;
    }

    /** The first byte that is missing, counted from 0: the size of what there is. */
    public long missingFrom() {
        return size;
    }

    /** The byte after the last one that is known to be missing; more may be. */
    public long missingTo() {
        return neededSize;
    }

    /** What the whole file would hold; absent when the part that tells is itself missing. */
    public Optional<MediaProbe> media() {
        return media;
    }
}

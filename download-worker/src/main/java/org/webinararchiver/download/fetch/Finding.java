package org.webinararchiver.download.fetch;

import org.webinararchiver.core.media.MediaProbe;

/** What a look into a media file told. */
sealed interface Finding {

    /** It is what it says it is. */
    record Whole(MediaProbe media) implements Finding {}

    /**
     * Something is missing in it, but the compiler can make something of what there is.
     *
     * @param media what the whole file would hold
     */
    record CutOff(MediaProbe media, Damage damage) implements Finding {}

    /** Nothing can be made of it. */
    record Useless(Damage damage) implements Finding {}

    /**
     * What is wrong with a file.
     *
     * @param reason for programs, as in {@link org.webinararchiver.core.failure.Failure}
     * @param what in words that go on from "came damaged:", without a full stop
     */
    record Damage(String reason, String what) {}
}

package org.webinararchiver.compile;

import org.jboss.logging.Logger;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** What ffmpeg said last before it failed: of the kilobytes that it says of damaged media, enough for a person. */
public final class LastWords {
    private static final int LONGEST = 300;

    private LastWords() {}

    /**
     * Writes down that something failed: its last words as a warning, and beside them all that ffmpeg said at its end,
     * up to 16 KiB. It names files of the scratch and what is in them, never where they came from.
     *
     * @param what failed, the beginning of a sentence
     */
    public static void keep(Logger log, String what, FfmpegFailure failure) {
        log.warnf("%s: %s", what, of(failure));
        log.infof("%s. ffmpeg said: %s", what, failure.getMessage());
    }

    /** One line of up to 300 characters. */
    public static String of(FfmpegFailure failure) {
        var lines = failure.errors().strip().lines().toList();
        var last = lines.isEmpty() ? failure.kind().name() : lines.getLast();
        return last.length() > LONGEST ? last.substring(0, LONGEST) : last;
    }
}

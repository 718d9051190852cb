package org.webinararchiver.compile;

import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** What ffmpeg said last before it failed: of the kilobytes that it says of damaged media, enough for a person. */
public final class LastWords {
    private static final int LONGEST = 300;

    private LastWords() {}

    /** One line of up to 300 characters. */
    public static String of(FfmpegFailure failure) {
        var lines = failure.errors().strip().lines().toList();
        var last = lines.isEmpty() ? failure.kind().name() : lines.getLast();
        return last.length() > LONGEST ? last.substring(0, LONGEST) : last;
    }
}

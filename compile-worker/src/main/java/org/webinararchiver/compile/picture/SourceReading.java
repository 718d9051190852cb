package org.webinararchiver.compile.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;

/**
 * How the frames of a segment's file are read.
 *
 * <p>When the size changes within the file, the filters go on ({@code -reinit_filter 0}): begun anew, they would count
 * frames anew. With {@code -copyts} times are those of the file, wherever its streams begin and reading starts.
 */
public final class SourceReading {
    /** Finding a place in a file takes a while; reading on to it does too. */
    private static final Duration READ_RATHER_THAN_SOUGHT = Duration.ofSeconds(2);

    private SourceReading() {}

    /**
     * Reads a file from a place on, or from a little before.
     *
     * @param threads that decode; each takes memory
     */
    public static FfmpegInput.Media of(Path file, Duration from, int threads) {
        return new FfmpegInput.Media(file, options(from, threads));
    }

    /** The same, and gives up at the first frame that can not be decoded. */
    public static FfmpegInput.Media strictly(Path file, Duration from, int threads) {
        var options = options(from, threads);
        options.addFirst("-xerror");
        return new FfmpegInput.Media(file, options);
    }

    private static List<String> options(Duration from, int threads) {
        var options = new ArrayList<>(List.of("-copyts", "-reinit_filter", "0", "-threads", Integer.toString(threads)));
        if (from.compareTo(READ_RATHER_THAN_SOUGHT) >= 0) {
            options.addAll(List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", Seconds.of(from)));
        }
        return options;
    }
}

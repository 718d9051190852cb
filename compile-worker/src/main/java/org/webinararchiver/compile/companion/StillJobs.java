package org.webinararchiver.compile.companion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.core.words.ThumbnailSheet;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/**
 * Tells ffmpeg how to make pictures of a finished file.
 *
 * @param file the finished one
 */
record StillJobs(Path file) {
    private static final RunLimits LIMITS = RunLimits.USUAL.withTime(Duration.ofMinutes(10));
    private static final int FASTEST_SECONDS_IN_A_SECOND = 20;

    /** One frame, as large as it is. */
    FfmpegJob poster(Duration at, Path picture) {
        return new FfmpegJob(
                List.of(new FfmpegInput.Media(file, List.of("-ss", Seconds.of(at)))),
                List.of(new FfmpegOutput.File(picture, jpeg("0:v:0", "3"))),
                LIMITS);
    }

    /**
     * Of the key frames alone, which is quick however long the file is, the last one at each time. Where none comes any
     * more the last one is repeated, so that the sheet is full.
     */
    FfmpegJob thumbnails(ThumbnailSheet sheet, Path picture) {
        var graph =
                "[0:v:0]fps=1/%d:start_time=0:round=up,scale=%d:%d,setsar=1,tpad=stop_mode=clone:stop=%d,tile=%dx%d[sheet]"
                        .formatted(
                                sheet.every().toSeconds(),
                                sheet.width(),
                                sheet.height(),
                                sheet.columns() * sheet.rows(),
                                sheet.columns(),
                                sheet.rows());
        return new FfmpegJob(
                List.of(new FfmpegInput.Media(file, List.of("-skip_frame", "nokey"))),
                Optional.of(new FilterGraph.Text(graph)),
                List.of(new FfmpegOutput.File(picture, jpeg("[sheet]", "5"))),
                LIMITS.withTime(LIMITS.time().plus(sheet.duration().dividedBy(FASTEST_SECONDS_IN_A_SECOND))));
    }

    private static List<String> jpeg(String map, String quality) {
        var options = new ArrayList<>(List.of("-map", map, "-frames:v", "1"));
        options.addAll(List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", quality, "-f", "mjpeg"));
        return options;
    }
}

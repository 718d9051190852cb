package org.webinararchiver.compile.join;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/**
 * Tells ffmpeg how to join picture and sound. Nothing is decoded.
 *
 * @param pictureAt when the first frame of the list is shown
 * @param pictures the list of the picture's files
 * @param sound the whole sound
 * @param titleCard a file that has the title
 * @param chapters a file that has the chapters, where there are any
 * @param isFinal whether this is the file that is played, with its description at its beginning
 */
record JoinJob(
        Duration pictureAt,
        Path pictures,
        Path sound,
        Path titleCard,
        Optional<Path> chapters,
        Optional<OffsetDateTime> startedAt,
        Duration duration,
        Path result,
        boolean isFinal) {

    private static final int SLOWEST_SECONDS_IN_A_SECOND = 60;

    FfmpegJob job() {
        var time = Duration.ofMinutes(10).plus(duration.dividedBy(SLOWEST_SECONDS_IN_A_SECOND));
        var inputs =
                new ArrayList<>(List.of(picture(), new FfmpegInput.Media(sound), new FfmpegInput.Media(titleCard)));
        chapters.map(FfmpegInput.Description::new).ifPresent(inputs::add);
        return new FfmpegJob(inputs, List.of(new FfmpegOutput.File(result, output())), RunLimits.USUAL.withTime(time));
    }

    /**
     * The clock of the list is kept ({@code -copyts}), as are its packets: converting them to another framing of H.264
     * and back ({@code -auto_convert}) would write the parameter sets into each.
     */
    private FfmpegInput picture() {
        return new FfmpegInput.Joined(
                pictures, List.of("-copyts", "-auto_convert", "0", "-itsoffset", Seconds.of(pictureAt)));
    }

    private List<String> output() {
        var options = new ArrayList<>(List.of("-map", "0:v:0", "-map", "1:a:0", "-c", "copy"));
        options.addAll(List.of("-map_metadata", "2:g", "-map_metadata:s", "-1"));
        options.addAll(List.of("-map_chapters", chapters.isPresent() ? "3" : "-1"));
        startedAt.ifPresent(start -> options.addAll(List.of("-metadata", "creation_time=" + utc(start))));
        if (isFinal) {
            options.addAll(List.of("-movflags", "+faststart"));
        }
        options.addAll(List.of("-f", "mp4"));
        return options;
    }

    static String utc(OffsetDateTime start) {
        return DateTimeFormatter.ISO_INSTANT.format(
                start.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }
}

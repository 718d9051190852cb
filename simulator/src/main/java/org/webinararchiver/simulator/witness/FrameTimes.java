package org.webinararchiver.simulator.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.process.PipedProgram;

/**
 * When each frame of a file is shown, in microseconds: from its own time until that of the next one, which in a file of
 * variable frame rate may be minutes.
 */
final class FrameTimes {
    private final NavigableSet<Long> starts = new TreeSet<>();
    private long end;

    private FrameTimes() {}

    static FrameTimes of(Ffmpeg ffmpeg, Path file) throws IOException, InterruptedException {
        var command = List.of(
                ffmpeg.ffprobe().toString(),
                "-v",
                "error",
                "-select_streams",
                "v:0",
                "-show_entries",
                "packet=pts_time,duration_time,flags",
                "-of",
                "csv=print_section=0",
                "file:" + file);
        return new PipedProgram(command).read(output -> {
            var times = new FrameTimes();
            new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(times::add);
            return times;
        });
    }

    /** A line of time, duration and flags; among the flags a D says that the frame is cut away by an edit list. */
    private void add(String line) {
        var fields = line.split(",", -1);
        if (fields.length < 3 || fields[2].contains("D") || !isNumber(fields[0])) {
            return;
        }
        long start = microseconds(fields[0]);
        starts.add(start);
        end = Math.max(end, start + (isNumber(fields[1]) ? microseconds(fields[1]) : 0));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private static long microseconds(String seconds) {
        return new BigDecimal(seconds).movePointRight(6).longValue();
    }

    /**
     * The start, in microseconds, of the frame that is shown at an instant; empty before the first and after the last.
     */
    Optional<Long> shownAt(Duration instant) {
        long microseconds = instant.toNanos() / 1000;
        // Times are rounded to a microsecond, and an instant at a frame's very beginning must not fall before it.
        return microseconds >= end ? Optional.empty() : Optional.ofNullable(starts.floor(microseconds + 1));
    }
}

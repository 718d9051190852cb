package org.webinararchiver.simulator.witness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.marker.GrayPicture;
import org.webinararchiver.simulator.process.PipedProgram;

/** Takes chosen frames out of a file, in one pass for many. */
final class FrameGrabber {
    /** An argument of a program may have 128 KiB on Linux, and a frame takes some 30 bytes of it. */
    private static final int FRAMES_OF_ONE_PASS = 3000;

    private final Ffmpeg ffmpeg;
    private final Path file;
    private final int width;
    private final int height;

    FrameGrabber(Ffmpeg ffmpeg, Path file, MediaStreams.MediaStream video) {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.width = video.width();
        this.height = video.height();
    }

    /**
     * What is made of each of the frames that begin at these times, in microseconds.
     *
     * @throws IOException when one of them can not be decoded
     */
    <T> Map<Long, T> grab(NavigableSet<Long> starts, Function<GrayPicture, T> look)
            throws IOException, InterruptedException {
        var seen = new HashMap<Long, T>();
        var waiting = new TreeSet<>(starts);
        while (!waiting.isEmpty()) {
            var pass = waiting.stream().limit(FRAMES_OF_ONE_PASS).toList();
            seen.putAll(pass(pass, look));
            waiting.removeAll(pass);
        }
        return seen;
    }

    private <T> Map<Long, T> pass(List<Long> starts, Function<GrayPicture, T> look)
            throws IOException, InterruptedException {
        return new PipedProgram(command(starts)).read(output -> {
            var frames = new BufferedInputStream(output, 1 << 16);
            var seen = new HashMap<Long, T>();
            for (var start : starts) {
                seen.put(start, look.apply(picture(frames, start)));
            }
            return seen;
        });
    }

    private GrayPicture picture(InputStream frames, long start) throws IOException {
        var pixels = frames.readNBytes(width * height);
        if (pixels.length < width * height) {
            throw new IOException("the frame at " + seconds(start) + " s can not be decoded");
        }
        return new GrayPicture(width, height, pixels);
    }

    private List<String> command(List<Long> starts) {
        var chosen = starts.stream()
                .map(start -> "lt(abs(t-" + seconds(start) + "),3e-4)")
                .collect(Collectors.joining("+"));
        return List.of(
                ffmpeg.ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-copyts",
                "-i",
                "file:" + file,
                "-map",
                "0:v:0",
                "-vf",
                "select='" + chosen + "',scale=" + width + ":" + height,
                "-fps_mode",
                "passthrough",
                "-pix_fmt",
                "gray",
                "-f",
                "rawvideo",
                "pipe:1");
    }

    private static String seconds(long microseconds) {
        return BigDecimal.valueOf(microseconds, 6).toPlainString();
    }
}

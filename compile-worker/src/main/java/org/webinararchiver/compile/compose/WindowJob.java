package org.webinararchiver.compile.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/** Tells ffmpeg how to render a {@link Window}. All windows of one {@link Film} can be joined as they are. */
final class WindowJob {
    /** A file that ends earlier than it said, by no more than this, is held. */
    static final Duration HELD_ANYWAY = Duration.ofMillis(500);

    /** Finding a place in a file takes a while; reading on to it does too. */
    private static final Duration READ_RATHER_THAN_SOUGHT = Duration.ofSeconds(2);

    /** So many frames of each file are listed though they were not decoded. */
    static final int NOT_DECODED = 1;

    private static final int SECONDS_BETWEEN_KEY_FRAMES = 5;
    private static final int TICKS_PER_SECOND = 90_000;

    /** What a slow machine needs for a second of the largest picture. */
    private static final int SLOWEST = 60;

    private static final long MEMORY = 8L << 30;

    private final Film film;
    private final Map<String, MediaProbe> probes;

    /** @param probes what the segments' files hold, by the segments' ids */
    WindowJob(Film film, Map<String, MediaProbe> probes) {
        this.film = film;
        this.probes = probes;
    }

    /** How many frames a second a window has in which something moves: as many as what is looked at, if that does. */
    FrameRate rate(Window window) {
        double fastest = window.moving().stream()
                .filter(one -> isStage(window, one))
                .mapToDouble(one -> probes.get(one.footage().segment())
                        .video()
                        .map(VideoStream::frameRate)
                        .orElse(0.0))
                .max()
                .orElse(0);
        var wanted = Math.max(fastest, film.ofTiles().framesPerSecond());
        return FrameRate.suiting(Math.min(wanted, film.most().framesPerSecond()));
    }

    private static boolean isStage(Window window, Moving moving) {
        return window.grounds().stream()
                .flatMap(ground -> ground.seating().stage().stream())
                .anyMatch(stage -> stage.holds(moving.box()));
    }

    /** How many frames a window has in which something moves. */
    long frames(Window window) {
        return rate(window).frameAt(window.time().lasting());
    }

    /**
     * Renders a window in which something moves.
     *
     * @param grounds the list of still pictures, from the beginning of the window to its end
     * @param files of what moves, in its order
     * @param graph where the graph of filters may be written to
     * @param decoded is made to list the frames of all files that could be decoded, one a line
     */
    FfmpegJob moving(Window window, Path grounds, List<Path> files, Path result, Path decoded, FilterGraph graph) {
        var inputs = new ArrayList<FfmpegInput>();
        inputs.add(new FfmpegInput.Joined(grounds));
        for (int i = 0; i < files.size(); i++) {
            var footage = window.moving().get(i).footage();
            inputs.add(new FfmpegInput.Media(files.get(i), reading(footage.from())));
        }
        var counting = new ArrayList<String>();
        for (int i = 0; i < files.size(); i++) {
            counting.addAll(List.of("-map", "[counted%d]".formatted(i)));
        }
        counting.addAll(List.of("-fps_mode", "passthrough", "-f", "framecrc"));
        return new FfmpegJob(
                inputs,
                Optional.of(graph),
                List.of(
                        new FfmpegOutput.File(
                                result, encoding(frames(window), rate(window).framesPerSecond())),
                        new FfmpegOutput.File(decoded, counting)),
                limits(window));
    }

    /** The graph of filters that lays what moves upon the grounds. */
    String graph(Window window) {
        var rate = rate(window);
        var lines = new ArrayList<String>();
        lines.add("[0:v:0]%s,fps=fps=%d:start_time=0:round=near,trim=end_frame=%d[ground0]"
                .formatted(ground(), rate.framesPerSecond(), frames(window)));
        for (int i = 0; i < window.moving().size(); i++) {
            var moving = window.moving().get(i);
            lines.add("[%d:v:0]%s,split[used%d][decoded%d]".formatted(i + 1, cut(moving.footage()), i, i));
            // An output without any frame would be a failure of the whole.
            lines.add("[decoded%d]crop=2:2:0:0,tpad=start=%d[counted%d]".formatted(i, NOT_DECODED, i));
            lines.add("[used%d]%s[moving%d]".formatted(i, String.join(",", moved(window, moving, rate)), i));
            lines.add("[ground%d][moving%d]overlay=x=%d:y=%d:eof_action=pass:format=yuv420[ground%d]"
                    .formatted(i, i, moving.box().x(), moving.box().y(), i + 1));
        }
        lines.add("[ground%d]%s[picture]".formatted(window.moving().size(), uniform()));
        return String.join(";\n", lines);
    }

    /** Renders a window of still pictures, each of the list one frame. */
    FfmpegJob still(Window window, Path grounds, long frames, Path result) {
        var graph = "[0:v:0]%s,%s[picture]".formatted(ground(), uniform());
        return new FfmpegJob(
                List.of(new FfmpegInput.Joined(grounds)),
                Optional.of(new FilterGraph.Text(graph)),
                List.of(new FfmpegOutput.File(result, encoding(frames, 1))),
                limits(window));
    }

    /** Decodes a part of a file by itself, to see whether that is possible. */
    FfmpegJob trial(Moving moving, Path file) {
        var footage = moving.footage();
        return new FfmpegJob(
                List.of(new FfmpegInput.Media(file, reading(footage.from()))),
                Optional.of(new FilterGraph.Text("[0:v:0]%s[picture]".formatted(cut(footage)))),
                List.of(new FfmpegOutput.Discarded(List.of("-map", "[picture]"))),
                RunLimits.USUAL.withTime(time(footage.playing())).withMemory(MEMORY));
    }

    private static RunLimits limits(Window window) {
        return RunLimits.USUAL.withTime(time(window.time().lasting())).withMemory(MEMORY);
    }

    private static Duration time(Duration shown) {
        return Duration.ofMinutes(10).plus(shown.multipliedBy(SLOWEST));
    }

    /** Times are those of the file; when the size changes within it, the filters go on. */
    private static List<String> reading(Duration from) {
        var options = new ArrayList<>(List.of("-copyts", "-reinit_filter", "0", "-threads", "1"));
        if (from.compareTo(READ_RATHER_THAN_SOUGHT) >= 0) {
            options.addAll(List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", Seconds.of(from)));
        }
        return options;
    }

    /** What is before its beginning is dropped later: the last frame of that may still be shown when it begins. */
    private static String cut(Footage footage) {
        return "trim=end=" + Seconds.of(footage.from().plus(footage.playing()));
    }

    private static List<String> moved(Window window, Moving moving, FrameRate rate) {
        var footage = moving.footage();
        var at = footage.at().minus(window.time().from());
        long first = rate.frameAt(at);
        long end = rate.frameAt(footage.end().minus(window.time().from()));
        var held = rate.frameAt(footage.held().plus(HELD_ANYWAY));
        var filters = new ArrayList<String>();
        filters.add("setpts=PTS-(%s)/TB".formatted(Seconds.of(footage.from().minus(at))));
        filters.add("fps=fps=%d:start_time=%s:round=near"
                .formatted(rate.framesPerSecond(), Seconds.of(rate.timeOf(first))));
        filters.add("tpad=stop_mode=clone:stop=" + held);
        filters.add("trim=end_frame=" + Math.max(1, end - first));
        filters.addAll(fitting(moving.box()));
        return filters;
    }

    /** In the colours of the ground, or ffmpeg would fit them to it by a step of its own, which spoils pixels. */
    private static List<String> fitting(Box box) {
        return List.of(
                "scale=w=trunc(iw*sar/2+0.5)*2:h=ih",
                "setsar=1",
                ("scale=w=%d:h=%d:force_original_aspect_ratio=decrease:force_divisible_by=2"
                                + ":out_color_matrix=bt709:out_range=tv")
                        .formatted(box.width(), box.height()),
                "pad=w=%d:h=%d:x=-1:y=-1:color=black:eval=frame".formatted(box.width(), box.height()),
                "setsar=1",
                "format=yuv420p");
    }

    private String ground() {
        return "scale=w=%d:h=%d:out_color_matrix=bt709:out_range=tv,format=yuv420p"
                .formatted(film.size().width(), film.size().height());
    }

    private static String uniform() {
        return "setsar=1,format=yuv420p,"
                + "setparams=range=tv:color_primaries=unknown:color_trc=unknown:colorspace=unknown";
    }

    /** The clock is the same however many frames there are, and so are the encoder's parameter sets. */
    private List<String> encoding(long frames, int framesPerSecond) {
        var keyFrames = Integer.toString(Math.max(2, framesPerSecond * SECONDS_BETWEEN_KEY_FRAMES));
        return List.of(
                "-map",
                "[picture]",
                "-frames:v",
                Long.toString(frames),
                "-fps_mode",
                "passthrough",
                "-enc_time_base",
                "1:" + TICKS_PER_SECOND,
                "-c:v",
                "libx264",
                "-threads:v",
                "2",
                "-preset",
                film.preset(),
                "-crf",
                Integer.toString(film.quality()),
                "-profile:v",
                "high",
                // Choosing frames to be reordered means to look at all of them twice, most of which hardly change.
                "-bf",
                "0",
                "-g",
                keyFrames,
                "-keyint_min",
                keyFrames,
                "-sc_threshold",
                "0",
                "-flags",
                "+cgop",
                "-video_track_timescale",
                Integer.toString(TICKS_PER_SECOND),
                "-map_metadata",
                "-1",
                "-f",
                "mp4");
    }
}

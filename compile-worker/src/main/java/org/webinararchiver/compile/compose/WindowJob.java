package org.webinararchiver.compile.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.compile.picture.FrameFilters;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.compile.picture.SourceReading;
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

    /** So many frames of each file are listed though they were not decoded. */
    static final int NOT_DECODED = 1;

    private static final int SECONDS_BETWEEN_KEY_FRAMES = 5;
    private static final int DECODING_THREADS = 1;

    /** A picture that was made this much smaller, or more, is made so roughly. */
    private static final int MUCH_SMALLER = 2;

    private static final int MOST_WAITING_FRAMES = 12;

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
        double most = film.most().framesPerSecond();
        double ofTiles = film.ofTiles().framesPerSecond();
        return fastest > 0 ? FrameRate.showingAll(Math.min(fastest, most), ofTiles) : film.ofTiles();
    }

    private static boolean isStage(Window window, Moving moving) {
        return window.grounds().stream()
                .flatMap(ground -> ground.seating().stage().stream())
                .anyMatch(stage -> stage.holds(moving.box()));
    }

    /** How long the frame of a ground may last that more are made of: as many wait for the films at the most. */
    Duration longestStill(Window window) {
        return rate(window).timeOf(MOST_WAITING_FRAMES);
    }

    /** How many frames a window has in which something moves. */
    long frames(Window window) {
        return rate(window).frameAt(window.time().lasting());
    }

    /**
     * Renders a window in which something moves, and fails at the first frame that can not be decoded.
     *
     * @param grounds the list of still pictures, from the beginning of the window to its end
     * @param files of what moves, in its order
     * @param graph where the graph of filters may be written to
     */
    FfmpegJob moving(Window window, Path grounds, List<Path> files, Path result, FilterGraph graph) {
        var inputs = new ArrayList<FfmpegInput>();
        inputs.add(grounds(grounds));
        for (int i = 0; i < files.size(); i++) {
            var from = window.moving().get(i).footage().from();
            inputs.add(SourceReading.strictly(files.get(i), from, DECODING_THREADS));
        }
        return new FfmpegJob(inputs, Optional.of(graph), List.of(picture(window, result)), limits(window));
    }

    /**
     * The same with whatever can be decoded. All files are read at once, which takes memory.
     *
     * @param decoded is made to list the frames of all files that could be decoded, one a line
     */
    FfmpegJob counted(Window window, Path grounds, List<Path> files, Path result, Path decoded, FilterGraph graph) {
        var inputs = new ArrayList<FfmpegInput>();
        inputs.add(grounds(grounds));
        var counting = new ArrayList<String>();
        for (int i = 0; i < files.size(); i++) {
            var from = window.moving().get(i).footage().from();
            inputs.add(SourceReading.of(files.get(i), from, DECODING_THREADS));
            counting.addAll(List.of("-map", "[counted%d]".formatted(i)));
        }
        counting.addAll(List.of("-fps_mode", "passthrough", "-f", "framecrc"));
        return new FfmpegJob(
                inputs,
                Optional.of(graph),
                List.of(picture(window, result), new FfmpegOutput.File(decoded, counting)),
                limits(window));
    }

    /** Pixels are few where something moves, so threads would wait for each other more than they work. */
    private static FfmpegInput grounds(Path list) {
        return new FfmpegInput.Joined(list, List.of("-filter_complex_threads", "1"));
    }

    private FfmpegOutput picture(Window window, Path result) {
        return new FfmpegOutput.File(
                result, encoding(frames(window), rate(window).framesIn(SECONDS_BETWEEN_KEY_FRAMES)));
    }

    /** The graph of filters that lays what moves upon the grounds. */
    String graph(Window window) {
        return graph(window, false);
    }

    /** The same, which also lets the frames of all files be counted. */
    String countingGraph(Window window) {
        return graph(window, true);
    }

    private String graph(Window window, boolean counts) {
        var rate = rate(window);
        var lines = new ArrayList<String>();
        lines.add("[0:v:0]%s,fps=fps=%s:start_time=0:round=near,trim=end_frame=%d[ground0]"
                .formatted(ground(), rate.text(), frames(window)));
        for (int i = 0; i < window.moving().size(); i++) {
            var moving = window.moving().get(i);
            var from = "[%d:v:0]".formatted(i + 1);
            if (counts) {
                lines.add("%ssplit[used%d][decoded%d]".formatted(from + cut(moving.footage()) + ",", i, i));
                // An output without any frame would be a failure of the whole.
                lines.add("[decoded%d]crop=2:2:0:0,tpad=start=%d[counted%d]".formatted(i, NOT_DECODED, i));
                from = "[used%d]".formatted(i);
            } else {
                from = from + cut(moving.footage()) + ",";
            }
            lines.add("%s%s[moving%d]".formatted(from, String.join(",", moved(window, moving, rate)), i));
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
                List.of(new FfmpegOutput.File(result, encoding(frames, SECONDS_BETWEEN_KEY_FRAMES))),
                limits(window));
    }

    /** Decodes a part of a file by itself, to see whether that is possible. */
    FfmpegJob trial(Moving moving, Path file) {
        var footage = moving.footage();
        return new FfmpegJob(
                List.of(SourceReading.of(file, footage.from(), DECODING_THREADS)),
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

    /** What is before its beginning is dropped later: the last frame of that may still be shown when it begins. */
    private static String cut(Footage footage) {
        return "trim=end=" + Seconds.of(footage.from().plus(footage.playing()));
    }

    private List<String> moved(Window window, Moving moving, FrameRate rate) {
        var footage = moving.footage();
        var at = footage.at().minus(window.time().from());
        long first = rate.frameAt(at);
        long end = rate.frameAt(footage.end().minus(window.time().from()));
        var held = rate.frameAt(footage.held().plus(HELD_ANYWAY));
        var filters = new ArrayList<String>();
        filters.add("setpts=PTS-(%s)/TB".formatted(Seconds.of(footage.from().minus(at))));
        filters.add("fps=fps=%s:start_time=%s:round=near".formatted(rate.text(), Seconds.of(rate.timeOf(first))));
        filters.add("tpad=stop_mode=clone:stop=" + held);
        filters.add("trim=end_frame=" + Math.max(1, end - first));
        // Of frames that are shown again each is fitted once, and none that is not shown.
        boolean areShownAgain = video(moving).frameRate() < rate.framesPerSecond();
        filters.addAll(areShownAgain ? 0 : filters.size(), fitting(moving));
        return filters;
    }

    private List<String> fitting(Moving moving) {
        var box = moving.box();
        boolean isRough = video(moving).width() >= MUCH_SMALLER * box.width();
        var filters = new ArrayList<>(FrameFilters.fittedToGround(box.width(), box.height(), isRough));
        filters.addAll(List.of("setsar=1", "format=yuv420p"));
        if (film.copied().filter(video(moving).fingerprint()::equals).isPresent()) {
            // In the colours of the ground already, it is said: colours that nobody names would be taken for others.
            filters.addFirst("setparams=colorspace=bt709");
        }
        return filters;
    }

    private VideoStream video(Moving moving) {
        return probes.get(moving.footage().segment()).video().orElseThrow();
    }

    private String ground() {
        return "scale=w=%d:h=%d:out_color_matrix=bt709:out_range=tv,format=yuv420p"
                .formatted(film.size().width(), film.size().height());
    }

    private static String uniform() {
        return String.join(",", FrameFilters.uniform());
    }

    /** The clock is the same however many frames there are, and so are the encoder's parameter sets. */
    private List<String> encoding(long frames, int betweenKeyFrames) {
        var options = new ArrayList<>(film.encoder().options(frames, Math.max(2, betweenKeyFrames)));
        options.addAll(List.of("-enc_time_base", "1:" + film.encoder().coding().ticks()));
        return options;
    }
}

package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.io.file.PathUtils;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/** One window on its way: what is tried, and what is tried when that fails. */
final class WindowRendering {
    private static final Logger LOG = Logger.getLogger(WindowRendering.class);

    /** As long as a hole between files that is not told either. */
    private static final double UNNOTICED_SECONDS = 0.5;

    private final Workshop workshop;
    private final WindowJob jobs;
    private final Sources sources;
    private final Shelf.Held held;
    private final Backdrops backdrops;
    private final Path scratch;

    /**
     * Prepares to render.
     *
     * @param held the files of what is seen
     * @param scratch a folder for the result and what is needed on the way
     */
    WindowRendering(
            Workshop workshop, WindowJob jobs, Sources sources, Shelf.Held held, Backdrops backdrops, Path scratch) {
        this.workshop = workshop;
        this.jobs = jobs;
        this.sources = sources;
        this.held = held;
        this.backdrops = backdrops;
        this.scratch = scratch;
    }

    RenderedWindow render(Window window, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        try {
            return attempt(window, progress);
        } catch (FfmpegFailure e) {
            if (e.kind() == FfmpegFailure.Kind.NOT_RUN || window.moving().isEmpty()) {
                throw e;
            }
            LastWords.keep(
                    LOG,
                    "The picture from %s on can not be made"
                            .formatted(window.time().from()),
                    e);
            var broken = broken(window);
            var simpler = attempt(window.without(broken), progress);
            var damages = new ArrayList<>(simpler.damages());
            broken.forEach(one -> damages.add(damage(one)));
            return new RenderedWindow(simpler.file(), simpler.frames(), damages);
        }
    }

    /** What can not be decoded by itself; where everything can, all of it, since together it can not. */
    private List<Moving> broken(Window window) throws FfmpegFailure, InterruptedException {
        var broken = new ArrayList<Moving>();
        for (var moving : window.moving()) {
            try {
                workshop.run(jobs.trial(moving, file(moving)));
            } catch (FfmpegFailure e) {
                if (e.kind() == FfmpegFailure.Kind.NOT_RUN) {
                    throw e;
                }
                broken.add(moving);
            }
        }
        return broken.isEmpty() ? window.moving() : broken;
    }

    private RenderedWindow attempt(Window window, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var name = "window-" + window.time().from().toMillis();
        var result = scratch.resolve(name + ".mp4");
        var folder = Files.createDirectories(scratch.resolve(name));
        try {
            return attempt(window, folder, result, progress);
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    /** @param folder for what is not needed afterwards */
    private RenderedWindow attempt(Window window, Path folder, Path result, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var list = folder.resolve("grounds.txt");
        if (window.moving().isEmpty()) {
            var stills = StillFrames.repeated(window, backdrops, folder);
            JoinList.writeStills(list, stills);
            workshop.run(
                    jobs.still(window, list, stills.size(), result),
                    seconds(window.time().lasting()),
                    progress);
            return new RenderedWindow(result, stills.size(), List.of());
        }
        JoinList.writeStills(list, StillFrames.once(window, backdrops, folder, jobs.longestStill(window)));
        var damages = moving(window, folder, list, result, progress);
        return new RenderedWindow(result, jobs.frames(window), damages);
    }

    /** Files that can be decoded to their end need not be counted frame by frame; nearly all can. */
    private List<Damage> moving(Window window, Path folder, Path list, Path result, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var files = window.moving().stream().map(this::file).toList();
        var lasting = seconds(window.time().lasting());
        if (window.moving().stream().noneMatch(this::isCutOff)) {
            try {
                var graph = script(folder, jobs.graph(window));
                workshop.run(jobs.moving(window, list, files, result, graph), lasting, progress);
                return List.of();
            } catch (FfmpegFailure e) {
                if (e.kind() != FfmpegFailure.Kind.EXITED) {
                    throw e;
                }
                LOG.debugf(
                        e,
                        "Of what is seen from %s on something is damaged",
                        window.time().from());
            }
        }
        var decoded = folder.resolve("decoded.txt");
        var graph = script(folder, jobs.countingGraph(window));
        workshop.run(jobs.counted(window, list, files, result, decoded, graph), lasting, progress);
        return damages(window, decoded);
    }

    private boolean isCutOff(Moving moving) {
        return sources.isCutOff(moving.footage().segment());
    }

    private static FilterGraph script(Path folder, String graph) throws IOException {
        return new FilterGraph.Script(Files.writeString(folder.resolve("graph.txt"), graph));
    }

    private Path file(Moving moving) {
        return held.file(moving.footage().segment());
    }

    private List<Damage> damages(Window window, Path decoded) throws IOException {
        var counts = new long[window.moving().size()];
        try (var lines = Files.lines(decoded)) {
            lines.filter(line -> !line.startsWith("#"))
                    .forEach(line -> counts[
                            Integer.parseInt(
                                    line.substring(0, line.indexOf(',')).strip())]++);
        }
        var damages = new ArrayList<Damage>();
        for (int i = 0; i < counts.length; i++) {
            if (isDamaged(window.moving().get(i), counts[i] - WindowJob.NOT_DECODED)) {
                damages.add(damage(window.moving().get(i)));
            }
        }
        return damages;
    }

    /**
     * Only a file that is shown as a whole says how many frames to expect; of a part nobody knows, since cameras send
     * frames when they have them.
     */
    private boolean isDamaged(Moving moving, long decoded) {
        var footage = moving.footage();
        var video = sources.probes().get(footage.segment()).video().orElseThrow();
        if (footage.playing().compareTo(video.duration()) < 0) {
            return decoded == 0 && seconds(footage.playing()) > UNNOTICED_SECONDS;
        }
        return (video.frames() - decoded) / video.frameRate() > UNNOTICED_SECONDS;
    }

    private static Damage damage(Moving moving) {
        var footage = moving.footage();
        return new Damage(footage.segment(), footage.track(), footage.at(), footage.end());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}

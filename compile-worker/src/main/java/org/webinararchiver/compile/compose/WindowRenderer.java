package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.apache.commons.io.file.PathUtils;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.script.PartNote;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/**
 * Renders a window. A file that can not be decoded costs its own place on the screen and nothing else: the window is
 * rendered again without it, and it is told.
 */
public final class WindowRenderer {
    private static final Logger LOG = Logger.getLogger(WindowRenderer.class);

    /** As long as a hole between files that is not told either. */
    private static final double UNNOTICED_SECONDS = 0.5;

    private final Workshop workshop;
    private final WindowJob jobs;
    private final Sources sources;
    private final Manifest manifest;
    private final Path scratch;
    private final Film film;

    /**
     * Prepares to render.
     *
     * @param film how windows are encoded
     * @param manifest of the recording
     * @param scratch a folder for the results and what is needed on the way
     */
    public WindowRenderer(Workshop workshop, Film film, Sources sources, Manifest manifest, Path scratch) {
        this.workshop = workshop;
        this.jobs = new WindowJob(film, sources.probes());
        this.sources = sources;
        this.manifest = manifest;
        this.scratch = scratch;
        this.film = film;
    }

    /**
     * Renders.
     *
     * @param progress is told the share of it that is rendered
     * @throws FfmpegFailure when not even still pictures can be encoded
     */
    public RenderedPart render(Window window, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        try (var held = sources.hold(window.segments())) {
            var slides = new SlideFiles(held, sources.shelf().segments());
            var backdrops = new BackdropPictures(new BackdropPainter(
                    film.size(),
                    slides::of,
                    new SlideReader(workshop, scratch)::read,
                    Owners.of(manifest),
                    manifest.proceedings().messages()));
            var rendered = new Rendering(held, backdrops).render(window, progress);
            var note = new PartNote(rendered.frames(), rendered.damages(), backdrops.unreadableSegments());
            return new RenderedPart(rendered.file(), note);
        }
    }

    /** The pictures of slides that are here. */
    private record SlideFiles(Shelf.Held held, Set<String> there) {
        Optional<Path> of(Slide slide) {
            return slide.file().map(Segment::id).filter(there::contains).map(held::file);
        }
    }

    /** One window on its way. */
    private final class Rendering {
        private final Shelf.Held held;
        private final Backdrops backdrops;

        Rendering(Shelf.Held held, Backdrops backdrops) {
            this.held = held;
            this.backdrops = backdrops;
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
            JoinList.writeStills(list, StillFrames.once(window, backdrops, folder));
            var graph = Files.writeString(folder.resolve("graph.txt"), jobs.graph(window));
            var decoded = folder.resolve("decoded.txt");
            var files = window.moving().stream().map(this::file).toList();
            var job = jobs.moving(window, list, files, result, decoded, new FilterGraph.Script(graph));
            workshop.run(job, seconds(window.time().lasting()), progress);
            return new RenderedWindow(result, jobs.frames(window), damages(window, decoded));
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
         * Only a file that is shown as a whole says how many frames to expect; of a part nobody knows, since cameras
         * send frames when they have them.
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
}

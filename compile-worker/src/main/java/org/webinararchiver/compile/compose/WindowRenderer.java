package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
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

/**
 * Renders a window. A file that can not be decoded costs its own place on the screen and nothing else: the window is
 * rendered again without it, and it is told.
 */
public final class WindowRenderer {

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
            var rendered =
                    new WindowRendering(workshop, jobs, sources, held, backdrops, scratch).render(window, progress);
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
}

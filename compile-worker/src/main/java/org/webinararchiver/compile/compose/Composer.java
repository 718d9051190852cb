package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.compile.picture.Shares;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Makes the picture of a recording from a storyboard, in windows that are rendered side by side. */
final class Composer {
    private final Workshop workshop;
    private final Film film;
    private final Sources sources;
    private final Backdrops backdrops;
    private final Path scratch;

    Composer(Workshop workshop, Film film, Sources sources, Backdrops backdrops, Path scratch) {
        this.workshop = workshop;
        this.film = film;
        this.sources = sources;
        this.backdrops = backdrops;
        this.scratch = scratch;
    }

    /** @param progress is told the share of all seconds that are rendered, from any thread */
    MadePicture make(Storyboard storyboard, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        Files.createDirectories(scratch);
        var windows = storyboard.windows();
        var renderer = new WindowRenderer(workshop, new WindowJob(film, sources.probes()), sources, backdrops, scratch);
        var shares = new Shares(
                windows.stream()
                        .mapToLong(window -> millis(window.time().lasting()))
                        .sum(),
                progress);
        var work = new ArrayList<Workshop.Work<RenderedWindow>>();
        for (var window : windows) {
            work.add(
                    () -> renderer.render(window, shares.of(millis(window.time().lasting()))));
        }
        var rendered = workshop.all(work);
        return new MadePicture(
                film.size().width(),
                film.size().height(),
                rendered.stream().map(Composer::piece).toList(),
                Optional.empty(),
                rendered.stream().flatMap(window -> window.damages().stream()).toList());
    }

    private static Piece piece(RenderedWindow rendered) {
        var time = rendered.window().time();
        return new Piece(
                rendered.file(),
                PictureMethod.RENDER,
                micros(time.from()),
                micros(time.until()),
                Duration.ZERO,
                Optional.empty(),
                rendered.frames());
    }

    private static Duration micros(Duration time) {
        return Duration.ofSeconds(time.toSeconds(), time.toNanosPart() / 1000 * 1000L);
    }

    private static long millis(Duration time) {
        return Math.max(1, time.toMillis());
    }
}

package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.layout.Arrangement;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Scenes;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** A recording of which more is seen at a time than one thing, or something that is not a film. */
public final class Composition {
    private final Storyboard storyboard;
    private final Film film;
    private final BackdropPictures backdrops;

    private Composition(Storyboard storyboard, Film film, BackdropPictures backdrops) {
        this.storyboard = storyboard;
        this.film = film;
        this.backdrops = backdrops;
    }

    /**
     * Lays out a recording.
     *
     * @param sources its segments' files
     * @param pictures the files of slides, by the ids of their segments
     * @param duration of the recording
     * @param scratch a folder for what is needed on the way
     * @return empty where one film at a time is all that is to be seen, or nothing is
     */
    public static Optional<Composition> of(
            Look look,
            Manifest manifest,
            Sources sources,
            Map<String, Path> pictures,
            Duration duration,
            Workshop workshop,
            Path scratch)
            throws FfmpegFailure, IOException, InterruptedException {
        if (look.layout() == Layout.AUDIO) {
            return Optional.empty();
        }
        var probes = sources.probes();
        var slides = new SlideFiles(pictures);
        var film = FilmChoice.of(look.quality(), manifest, probes);
        var arrangement = new Arrangement(look.layout(), new Screen(film.size()), look.chat(), look.hidesSilent());
        var appearances = Appearance.of(manifest, probes);
        var speech = isConversation(appearances)
                ? new Listener(sources, workshop, scratch).listen(appearances)
                : Speech.UNKNOWN;
        var scenes = Scenes.of(manifest, appearances, slides::has, speech, arrangement.rules(), duration);
        if (scenes.stream().allMatch(Composition::isOneFilm) || scenes.stream().allMatch(Composition::isMereSound)) {
            return Optional.empty();
        }
        var storyboard = Storyboard.of(scenes, arrangement, appearances, probes);
        var painter = new BackdropPainter(
                film.size(),
                slides::of,
                new SlideReader(workshop, scratch)::read,
                Owners.of(manifest),
                manifest.proceedings().messages());
        return Optional.of(new Composition(storyboard, film, new BackdropPictures(painter)));
    }

    /** Where one person is all there is, nobody has to be told from others by their voice. */
    private static boolean isConversation(List<Appearance> appearances) {
        return appearances.stream()
                        .map(Appearance::track)
                        .filter(track -> track.kind() == Track.Kind.PERSON)
                        .map(track -> track.participant().orElse(track.id()))
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean isOneFilm(Scene scene) {
        return scene.people().isEmpty()
                && scene.more() == 0
                && scene.messages() == 0
                && !(scene.stage() instanceof Stage.OfSlide);
    }

    private static boolean isMereSound(Scene scene) {
        return scene.messages() == 0 && scene.stage() instanceof Stage.Nothing;
    }

    /**
     * Renders it.
     *
     * @param progress is told the share of it that is rendered, from any thread
     * @throws TextNotDrawn when this Java can draw nothing
     */
    public MadePicture make(Workshop workshop, Sources sources, Path scratch, DoubleConsumer progress)
            throws TextNotDrawn, FfmpegFailure, IOException, InterruptedException {
        backdrops.tryOn(storyboard.grounds().getFirst());
        var folder = scratch.resolve("composed");
        return new Composer(workshop, film, sources, backdrops, folder).make(storyboard, progress);
    }

    /** The ids of the segments of slides whose pictures could not be drawn when it was made. */
    public Set<String> unreadable() {
        return backdrops.unreadable().stream()
                .flatMap(one -> one.slide().file().stream())
                .map(Segment::id)
                .collect(Collectors.toSet());
    }

    /** In words, for the log. */
    public String words() {
        return "composed of %d scenes in %s at %dx%d, %d films in them"
                .formatted(
                        storyboard.grounds().size(),
                        storyboard.windows().size() + " windows",
                        film.size().width(),
                        film.size().height(),
                        storyboard.moving().size());
    }

    /** The pictures of slides that are there. */
    record SlideFiles(Map<String, Path> files) {
        boolean has(Slide slide) {
            return of(slide).isPresent();
        }

        Optional<Path> of(Slide slide) {
            return slide.file().map(Segment::id).map(files::get);
        }
    }
}

package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.layout.Arrangement;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Owners;
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

/**
 * A recording of which more is seen at a time than one thing, or something that is not a film.
 *
 * @param forCopying the same in the size of a film that is alone for most of the time, where that is another one:
 *     better if that film can be copied, and no better otherwise
 */
public record Composition(Storyboard storyboard, Film film, Optional<Composition> forCopying) {
    public Composition {
        Objects.requireNonNull(storyboard);
        Objects.requireNonNull(film);
        Objects.requireNonNull(forCopying);
    }

    /**
     * Lays out a recording.
     *
     * @param sources its segments, and the slides whose files can be had
     * @param duration of the recording
     * @param scratch a folder for what is needed on the way
     * @return empty where one film at a time is all that is to be seen, or nothing is
     */
    public static Optional<Composition> of(
            Look look, Manifest manifest, Sources sources, Duration duration, Workshop workshop, Path scratch)
            throws FfmpegFailure, IOException, InterruptedException {
        if (look.layout() == Layout.AUDIO) {
            return Optional.empty();
        }
        var probes = sources.probes();
        var film = FilmChoice.of(look.quality(), manifest, probes);
        var arrangement = arrangement(look, film);
        var appearances = Appearance.of(manifest, probes);
        var speech = isConversation(appearances)
                ? new Listener(sources, workshop, scratch).listen(appearances)
                : Speech.UNKNOWN;
        Function<Arrangement, List<Scene>> laid = arranged ->
                Scenes.of(manifest, appearances, slide -> isThere(slide, sources), speech, arranged.rules(), duration);
        var scenes = laid.apply(arrangement);
        if (scenes.stream().allMatch(Composition::isOneFilm) || scenes.stream().allMatch(Composition::isMereSound)) {
            return Optional.empty();
        }
        var storyboard = Storyboard.of(scenes, arrangement, appearances, probes);
        var forCopying = new LoneFilms(storyboard, film.size(), probes)
                .usualSize()
                .flatMap(size -> FilmChoice.inSizeOf(size, look.quality(), film))
                .map(other -> {
                    var arranged = arrangement(look, other);
                    var board = Storyboard.of(laid.apply(arranged), arranged, appearances, probes);
                    return new Composition(board, other, Optional.empty());
                });
        return Optional.of(new Composition(storyboard, film, forCopying));
    }

    private static Arrangement arrangement(Look look, Film film) {
        return new Arrangement(look.layout(), new Screen(film.size()), look.chat(), look.hidesSilent());
    }

    private static boolean isThere(Slide slide, Sources sources) {
        return slide.file()
                .filter(file -> sources.shelf().segments().contains(file.id()))
                .isPresent();
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
     * Finds out whether this Java can draw.
     *
     * @throws TextNotDrawn when it can draw nothing
     */
    public void tryToDraw() throws TextNotDrawn, IOException {
        var first = storyboard.grounds().getFirst();
        new BackdropPainter(film.size(), slide -> Optional.empty(), SlideFile::read, Owners.UNKNOWN, List.of())
                .paint(first.scene(), first.seating());
    }

    /** In words, for the log. */
    public String words() {
        return "composed of %d scenes at %dx%d, %d films in them"
                .formatted(
                        storyboard.grounds().size(),
                        film.size().width(),
                        film.size().height(),
                        storyboard.moving().size());
    }
}

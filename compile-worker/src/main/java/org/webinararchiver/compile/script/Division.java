package org.webinararchiver.compile.script;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.compose.Composition;
import org.webinararchiver.compile.compose.Film;
import org.webinararchiver.compile.compose.LoneFilms;
import org.webinararchiver.compile.compose.Window;
import org.webinararchiver.compile.picture.Coding;
import org.webinararchiver.compile.picture.ReadingEnd;
import org.webinararchiver.compile.picture.SourceFrames;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.mp4.H264Track;

/**
 * A composed picture divided: what is copied, and windows of everything else.
 *
 * @param film how the windows are encoded, so that they can stand beside what is copied
 * @param windows in order
 */
public record Division(Film film, List<Window> windows, Copied copied) {
    private static final Logger LOG = Logger.getLogger(Division.class);

    /** Frames of windows are at times that are rounded to ticks, which are to be finer than the eye. */
    private static final long FEWEST_TICKS = 1000;

    public Division {
        Objects.requireNonNull(film);
        windows = List.copyOf(windows);
        Objects.requireNonNull(copied);
    }

    /** Divides, and looks into the files of films that are alone on the screen for a while. */
    public static Division of(Composition composition, Sources sources) throws IOException, InterruptedException {
        if (composition.forCopying().isPresent()) {
            var copying = copying(composition.forCopying().get(), sources);
            if (copying.isPresent()) {
                return copying.get();
            }
        }
        var copying = copying(composition, sources);
        return copying.isPresent() ? copying.get() : rendering(composition);
    }

    private static Division rendering(Composition composition) {
        return new Division(composition.film(), composition.storyboard().windows(), Copied.NOTHING);
    }

    private static Optional<Division> copying(Composition composition, Sources sources)
            throws IOException, InterruptedException {
        var storyboard = composition.storyboard();
        var lone = new LoneFilms(storyboard, composition.film().size(), sources.probes()).inSizeOfScreen();
        if (lone.footage().isEmpty()) {
            return Optional.empty();
        }
        var frames = SourceFrames.of(lone, sources);
        var plan = CopyPlan.of(lone, sources.probes(), frames.frames(), Set.of(), Quality.SOURCE);
        LOG.infof("Where one film is alone: %s", plan.words());
        var times = CopiedTimes.of(plan.copied(), lone.duration());
        var coding = coding(times.footage(), frames);
        if (coding.isEmpty()) {
            return Optional.empty();
        }
        var copied = new ArrayList<Copied.Footage>();
        for (var footage : times.footage()) {
            copied.add(new Copied.Footage(footage, end(footage, frames, sources)));
        }
        return Optional.of(new Division(
                composition.film().beside(plan.form().orElseThrow().fingerprint(), coding.get()),
                windows(composition, times.between()),
                new Copied(copied, windows(composition, times.spans()))));
    }

    private static List<Window> windows(Composition composition, List<Span> times) {
        return times.stream()
                .flatMap(time -> composition.storyboard().windows(time).stream())
                .toList();
    }

    private static Optional<Coding> coding(List<Footage> footage, SourceFrames frames) {
        var tracks =
                footage.stream().map(one -> frames.tracks().get(one.segment())).toList();
        var delay = tracks.stream().map(H264Track::delay).max(Comparator.naturalOrder());
        return tracks.stream()
                .findFirst()
                .filter(track -> track.ticks() >= FEWEST_TICKS)
                .flatMap(track -> Coding.beside(track, delay.orElse(Duration.ZERO)));
    }

    private static Duration end(Footage footage, SourceFrames frames, Sources sources)
            throws IOException, InterruptedException {
        var segment = footage.segment();
        var video = sources.probes().get(segment).video().orElseThrow();
        try (var held = sources.hold(List.of(segment))) {
            return ReadingEnd.of(footage, video, frames.tracks().get(segment), held.file(segment));
        }
    }
}

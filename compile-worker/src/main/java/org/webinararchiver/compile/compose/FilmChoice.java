package org.webinararchiver.compile.compose;

import java.util.Map;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.recording.Quality;

/** Chooses how a composed picture is encoded. */
final class FilmChoice {
    private static final String PRESET = "superfast";
    private static final int CONSTANT_RATE_FACTOR = 26;
    private static final int USUAL_HEIGHT = 720;
    private static final int LARGE_HEIGHT = 1080;
    private static final FrameRate OF_TILES = new FrameRate(15);
    private static final FrameRate MOST = new FrameRate(30);

    private FilmChoice() {}

    /** As large as is wanted; where that is left open, large where slides or a large film are shown. */
    static Film of(Quality quality, Manifest manifest, Map<String, MediaProbe> probes) {
        var films = probes.values().stream()
                .flatMap(probe -> probe.video().stream())
                .toList();
        boolean isDetailed = !manifest.proceedings().slides().isEmpty()
                || films.stream().anyMatch(film -> film.height() > USUAL_HEIGHT);
        int height = quality.mostHeight().orElse(isDetailed ? LARGE_HEIGHT : USUAL_HEIGHT);
        int width = height * 16 / 9;
        return new Film(new Size(width + width % 2, height), PRESET, CONSTANT_RATE_FACTOR, MOST, OF_TILES);
    }
}

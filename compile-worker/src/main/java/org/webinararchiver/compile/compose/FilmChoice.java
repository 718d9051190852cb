package org.webinararchiver.compile.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.compile.picture.Coding;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.compile.picture.X264;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.recording.Quality;

/** Chooses how a composed picture is encoded. */
final class FilmChoice {
    /**
     * The quantizer is constant: to choose one for each frame, x264 would look for motion in all of a picture that
     * hardly moves. Key frames get a finer one, which is what still parts keep.
     */
    private static final List<String> QUALITY = List.of("-qp", "26");

    private static final List<String> PARAMETERS =
            List.of("cabac=1", "8x8dct=1", "partitions=i4x4,i8x8", "no-deblock=0", "ipratio=1.6");

    private static final int THREADS = 2;

    /** Of 16 times 16 pixels, in a frame; 30 of them a second are within it. */
    private static final int BLOCKS_OF_LEVEL_4 = 8192;

    private static final int USUAL_HEIGHT = 720;
    private static final int LARGE_HEIGHT = 1080;
    private static final FrameRate OF_TILES = FrameRate.HALF_OF_25;
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
        return film(size(height));
    }

    /**
     * The same in the size of a film that is alone for most of the time, so that it can be copied; absent where the
     * size is wanted to be another, or slides and messages could not be read in it.
     */
    static Optional<Film> inSizeOf(Size lone, Quality quality, Film usual) {
        boolean isLeftOpen = quality.mostHeight().isEmpty();
        boolean isUsable = lone.height() >= USUAL_HEIGHT
                && lone.height() <= LARGE_HEIGHT
                && lone.height() % 2 == 0
                && lone.equals(size(lone.height()));
        return isLeftOpen && isUsable && !lone.equals(usual.size()) ? Optional.of(film(lone)) : Optional.empty();
    }

    private static Size size(int height) {
        int width = height * 16 / 9;
        return new Size(width + width % 2, height);
    }

    private static Film film(Size size) {
        return new Film(size, encoder(size), MOST, OF_TILES, Optional.empty());
    }

    private static X264 encoder(Size size) {
        var parameters = new ArrayList<>(PARAMETERS);
        parameters.add("level=" + level(size));
        return new X264("ultrafast", QUALITY, THREADS, parameters, Coding.IN_ORDER);
    }

    /** Left to itself it depends on the frame rate, which differs between windows. */
    private static String level(Size size) {
        int blocks = Math.ceilDiv(size.width(), 16) * Math.ceilDiv(size.height(), 16);
        return blocks <= BLOCKS_OF_LEVEL_4 ? "40" : "52";
    }
}

package org.webinararchiver.media.mp4;

import java.util.Optional;
import java.util.Set;

/** Finds what keeps frames of the usual kind from standing between those of a file. */
record Peculiarity(String entry, Description.Video video, Timescale clock, AvcConfiguration configuration) {
    private static final Set<Integer> USUAL_PROFILES = Set.of(66, 77, 100);
    private static final int USUAL_LENGTH_SIZE = 4;

    /** One fewer than fit: whatever is encoded to stand beside brings one of its own. */
    private static final int MOST_PICTURE_SETS = 254;

    /** A coarser clock can not tell the times of frames. */
    private static final int FEWEST_TICKS = 1000;

    /** In words that follow "the file"; absent where there is nothing. */
    Optional<String> words() {
        if (!entry.equals("avc1")
                || configuration.sequences().size() != 1
                || configuration.pictures().size() > MOST_PICTURE_SETS) {
            return Optional.of("has its settings in unusual places");
        }
        return SequenceParameters.of(configuration.sequences().getFirst())
                .map(this::words)
                .orElse(Optional.of("has settings that can not be read"));
    }

    private Optional<String> words(SequenceParameters parameters) {
        if (!USUAL_PROFILES.contains(parameters.profile()) || !parameters.isUsualColour()) {
            return Optional.of("has colours of an unusual kind");
        }
        if (!parameters.isProgressive()) {
            return Optional.of("is interlaced");
        }
        if (!parameters.hasSquarePixels() || !video.hasSquarePixels()) {
            return Optional.of("has pixels that are not square");
        }
        if (video.width() % 2 != 0 || video.height() % 2 != 0) {
            return Optional.of("has an odd size");
        }
        return clock.ticks() < FEWEST_TICKS || configuration.lengthSize() != USUAL_LENGTH_SIZE
                ? Optional.of("is packed in an unusual way")
                : Optional.empty();
    }
}

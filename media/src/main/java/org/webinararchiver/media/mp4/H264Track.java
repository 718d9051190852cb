package org.webinararchiver.media.mp4;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a file's H.264 picture is coded.
 *
 * @param ticks how many make a second of its clock
 * @param delay how much earlier than it is shown each frame is decoded, at the most, so that frames can be stored in
 *     another order than they are shown
 * @param keyFrames when those frames are shown, within the file and in order, from which on it can be decoded without
 *     what comes before
 * @param peculiarity why frames of the usual kind can not stand between its own; absent where they can
 */
public record H264Track(
        AvcConfiguration configuration,
        long ticks,
        Duration delay,
        List<Duration> keyFrames,
        Optional<String> peculiarity) {
    private static final int MOST_IDS = 32;

    public H264Track {
        Objects.requireNonNull(configuration);
        Objects.requireNonNull(delay);
        Objects.requireNonNull(peculiarity);
        keyFrames = List.copyOf(keyFrames);
    }

    /** A number that none of its parameter sets has; absent where all are taken. */
    public Optional<Integer> freeId() {
        var taken = new ParameterSets(configuration);
        return IntStream.range(1, MOST_IDS)
                .filter(id -> !taken.hasId(id))
                .boxed()
                .findFirst();
    }
}

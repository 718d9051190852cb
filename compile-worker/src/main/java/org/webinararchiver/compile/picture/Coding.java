package org.webinararchiver.compile.picture;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.media.mp4.H264Track;

/**
 * How frames are encoded so that they can stand where they are to stand.
 *
 * @param profile of H.264, as x264 calls it
 * @param setId the number of the parameter sets, which tells them from those of copied frames
 * @param ticks how many make a second of the clock
 * @param reordered whether frames may be stored in another order than they are shown
 * @param delay how much earlier than it is shown each frame is decoded, when none is reordered
 */
public record Coding(String profile, int setId, int ticks, boolean reordered, Duration delay) {
    /** Where nothing but frames of this coding is shown. Every usual frame rate divides the clock. */
    public static final Coding ALONE = new Coding("high", 0, 90_000, true, Duration.ZERO);

    /** The same in the order in which frames are shown. */
    public static final Coding IN_ORDER = new Coding("high", 0, 90_000, false, Duration.ZERO);

    private static final Map<Integer, String> PROFILES = Map.of(66, "baseline", 77, "main", 100, "high");

    public Coding {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(delay);
    }

    /**
     * For frames between those of a file.
     *
     * @param delay the longest of all files that are copied
     * @return absent when none can stand there
     */
    public static Optional<Coding> beside(H264Track track, Duration delay) {
        var profile = Optional.ofNullable(PROFILES.get(track.configuration().profile()));
        var fits = track.peculiarity().isEmpty() && track.ticks() <= Integer.MAX_VALUE;
        return profile.filter(any -> fits)
                .flatMap(name -> track.freeId().map(id -> new Coding(name, id, (int) track.ticks(), false, delay)));
    }
}

package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;

/**
 * The part of a recording that is wanted.
 *
 * @param start where on the recording's time axis it begins, zero or later
 * @param length how long it is at the most, more than nothing; absent where it goes on to the recording's end
 */
public record ManifestWindow(Duration start, Optional<Duration> length) {
    /** The whole recording. */
    public static final ManifestWindow WHOLE = new ManifestWindow(Duration.ZERO, Optional.empty());

    /** No recording is longer, and sums of shorter times are safe. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public ManifestWindow {
        Objects.requireNonNull(start);
        length = length.filter(wanted -> wanted.compareTo(LONGEST) < 0);
        if (start.isNegative() || length.filter(wanted -> !wanted.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a window of " + length + " from " + start);
        }
    }

    /**
     * The part that begins here and lasts no longer than this.
     *
     * @param start the recording's beginning where absent
     * @param maxDuration to the recording's end where absent
     */
    public static ManifestWindow of(Optional<Duration> start, Optional<Duration> maxDuration) {
        return new ManifestWindow(start.orElse(Duration.ZERO), maxDuration);
    }

    /** Whether nothing is left out. */
    public boolean isWhole() {
        return equals(WHOLE);
    }

    /**
     * What lies in the window, at least with a part, on a time axis that begins with the window. Files of which nothing
     * is seen or heard there are not listed, so nobody fetches them. Of a clip without an end, which lasts as long as
     * its file, nobody knows yet how long that is: it is taken to be over when the next clip of its track begins.
     *
     * <p>Documents stay, since they belong to no time, and so do all participants. When the recording began is told as
     * before.
     *
     * @throws FailureException when the recording is over before the window begins
     */
    public Manifest appliedTo(Manifest manifest) throws FailureException {
        if (isWhole()) {
            return manifest;
        }
        var lasting = knownLength(manifest);
        if (!start.isZero() && start.compareTo(lasting) >= 0) {
            throw new FailureException(new Failure.OfRecording(
                    "starts-after-its-end",
                    "The recording lasts %s; it cannot begin at %s.".formatted(words(lasting), words(start)),
                    "Choose an earlier start."));
        }
        return new WindowCut(this).cut(manifest);
    }

    /** Where it ends on the recording's time axis; absent where the recording's own end decides. */
    Optional<Duration> end() {
        return length.map(start::plus);
    }

    /** How long the recording is as far as is known before its files are there. */
    private static Duration knownLength(Manifest manifest) {
        return manifest.tracks().stream()
                .flatMap(track -> track.clips().stream())
                .map(clip -> clip.end().orElse(clip.start()))
                .reduce(manifest.duration(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static String words(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}

package org.webinararchiver.core.manifest;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A slide while it is shown. One that is shown twice is listed twice.
 *
 * @param deck what the source knows its deck by, the same as the id of the {@link Attachment} where that is listed
 * @param name what the source knows it by within its deck
 * @param picture where its picture is fetched from; absent where the source does not tell
 * @param from where on the recording's time axis it appears
 * @param until where on the recording's time axis it is shown no longer, later than {@code from}
 */
public record Slide(
        Optional<String> deck, Optional<String> name, Optional<URI> picture, Duration from, Duration until) {
    public Slide {
        Objects.requireNonNull(deck);
        Objects.requireNonNull(name);
        Objects.requireNonNull(picture);
        if (from.isNegative() || until.compareTo(from) <= 0) {
            throw new IllegalArgumentException("a slide is shown for some time, not from " + from + " to " + until);
        }
    }

    /** Its picture as a file that is fetched. */
    public Optional<Segment> file() {
        return picture.map(url -> Segment.known(url.toString(), url));
    }
}

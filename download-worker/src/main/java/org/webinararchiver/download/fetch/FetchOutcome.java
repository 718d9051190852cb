package org.webinararchiver.download.fetch;

import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.media.MediaProbe;

/** What has become of a segment. */
sealed interface FetchOutcome {

    /**
     * Its bytes are in the object store.
     *
     * @param media what the file holds: whether it has a picture and sound, and from when to when; absent for slides
     *     and documents
     */
    record Stored(String objectKey, long bytes, Optional<MediaProbe> media) implements FetchOutcome {}

    /**
     * It came, but is not whole, so nothing is settled yet.
     *
     * @param failure retryable as long as it is worth asking again
     * @param usable what is stored of it, where something can be made of that
     */
    record Damaged(Failure failure, Optional<Stored> usable) implements FetchOutcome {}

    /** They are not; the failure tells whether another attempt may help. */
    record Failed(Failure failure) implements FetchOutcome {}
}

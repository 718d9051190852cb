package org.webinararchiver.platform.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;

/**
 * Something that happened to a recording and that nobody was told of yet.
 *
 * @param id grows with what happens to one recording
 * @param state in which it was afterwards
 */
public record OutboxEvent(
        long id,
        UUID recording,
        String owner,
        Change change,
        RecordingState state,
        Optional<Outcome> outcome,
        Instant at) {

    /** What happened. */
    public enum Change {
        /** It was submitted, or came into another state. */
        STATE,
        /** A pause of it began or ended. */
        PAUSE,
        /** It was removed. */
        REMOVED
    }
}

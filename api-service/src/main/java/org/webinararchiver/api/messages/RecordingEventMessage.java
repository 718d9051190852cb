package org.webinararchiver.api.messages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.outbox.OutboxEvent;

/**
 * An event as other systems get it.
 *
 * @param event a number that grows with what happens to one recording, by which one that comes twice is recognised
 * @param state of the recording afterwards
 * @param outcome null until it is finished
 */
record RecordingEventMessage(
        long event,
        UUID recording,
        String owner,
        OutboxEvent.Change change,
        RecordingState state,
        Outcome outcome,
        Instant at) {

    static RecordingEventMessage of(OutboxEvent event) {
        return new RecordingEventMessage(
                event.id(),
                event.recording(),
                event.owner(),
                event.change(),
                event.state(),
                event.outcome().orElse(null),
                event.at());
    }

    /** By which a subscriber chooses what to hear of. */
    @JsonIgnore
    String routingKey() {
        return switch (change) {
            case STATE -> "recording." + state.name().toLowerCase(Locale.ROOT);
            case PAUSE -> "recording.pause";
            case REMOVED -> "recording.removed";
        };
    }
}

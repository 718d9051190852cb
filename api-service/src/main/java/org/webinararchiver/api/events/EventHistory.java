package org.webinararchiver.api.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.webinararchiver.platform.event.RecordingEvents;

/** What has happened to one recording. */
@ApplicationScoped
public class EventHistory {
    private final RecordingEvents events;

    public EventHistory(RecordingEvents events) {
        this.events = events;
    }

    /** Whether anything has happened to it since a place. */
    @Transactional
    public boolean isAnythingOf(UUID recording, long since) {
        return events.isAnythingOf(recording, since);
    }
}

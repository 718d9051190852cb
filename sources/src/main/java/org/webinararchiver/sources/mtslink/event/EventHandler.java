package org.webinararchiver.sources.mtslink.event;

import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** Knows one kind of event. Several handlers may be concerned by the same event. */
interface EventHandler {

    boolean concerns(LoggedEvent event);

    /**
     * Adds to the meeting what the event tells.
     *
     * @throws UnexpectedShape when the event lacks what it must have; what else it tells is kept
     */
    void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape;
}

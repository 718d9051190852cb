package org.webinararchiver.sources.mtslink.event;

import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.Seconds;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** {@code mediasession.update}: how long a file is said to be. */
final class MediaUpdated implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.module().equals("mediasession.update");
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var data = event.data();
        var session = data.requiredId("id");
        var seconds = data.number("duration").orElseThrow(() -> new UnexpectedShape("no duration"));
        meeting.media().announceLength(session, Seconds.of(seconds));
    }
}

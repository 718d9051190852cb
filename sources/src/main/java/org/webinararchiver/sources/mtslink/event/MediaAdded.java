package org.webinararchiver.sources.mtslink.event;

import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** {@code mediasession.add}: a media file begins. */
final class MediaAdded implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.module().equals("mediasession.add");
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        meeting.media().add(MediaSessionFields.fileAt(event.at(), event.data()));
    }
}

package org.webinararchiver.sources.mtslink.event;

import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** {@code cut.end}: something was cut out of the recording here. Its snapshot is read like any other. */
final class CutEnded implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.module().equals("cut.end");
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        meeting.isCut(event.at());
    }
}

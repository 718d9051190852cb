package org.webinararchiver.sources.mtslink.event;

import java.util.Map;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Ending;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/**
 * {@code conference.update} and {@code screensharing.update} with {@code isDeleted}: a camera or a shared screen ends.
 */
final class SourceDeleted implements EventHandler {
    private static final Map<String, Ending.Kind> KINDS =
            Map.of("conference.update", Ending.Kind.CONFERENCE, "screensharing.update", Ending.Kind.SCREENSHARING);

    @Override
    public boolean concerns(LoggedEvent event) {
        return KINDS.containsKey(event.module());
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        Fields data = event.data();
        var ending = new Ending(KINDS.get(event.module()), data.requiredId("id"));
        if (data.isTrue("isDeleted")) {
            meeting.endings().ended(ending, event.at());
        }
    }
}

package org.webinararchiver.sources.mtslink.event;

import java.util.Map;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Ending;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** {@code conference.stream.delete} and {@code screensharing.stream.delete}: one stream ends. */
final class StreamDeleted implements EventHandler {
    private static final Map<String, Ending.Kind> KINDS = Map.of(
            "conference.stream.delete", Ending.Kind.CONFERENCE_STREAM,
            "screensharing.stream.delete", Ending.Kind.SCREENSHARING_STREAM);

    @Override
    public boolean concerns(LoggedEvent event) {
        return KINDS.containsKey(event.module());
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var stream = new Ending(KINDS.get(event.module()), event.data().requiredId("id"));
        meeting.endings().ended(stream, event.at());
    }
}

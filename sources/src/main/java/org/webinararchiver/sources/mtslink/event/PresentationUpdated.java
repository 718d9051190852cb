package org.webinararchiver.sources.mtslink.event;

import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;
import org.webinararchiver.sources.mtslink.meeting.SlideTurn;

/** {@code presentation.update}: a slide appears, or with {@code isActive:false} its deck is put away. */
final class PresentationUpdated implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.module().equals("presentation.update");
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var data = event.data();
        var presentation = new PresentationFields(data);
        var deck = presentation.deck();
        deck.ifPresent(meeting.slides()::describe);
        meeting.slides()
                .turn(new SlideTurn(
                        event.at(),
                        !data.isFalse("isActive"),
                        deck.map(each -> each.id()),
                        presentation.slide(),
                        presentation.position()));
    }
}

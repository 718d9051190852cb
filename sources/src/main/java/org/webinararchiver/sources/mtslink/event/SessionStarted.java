package org.webinararchiver.sources.mtslink.event;

import java.util.Optional;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/**
 * {@code eventsession.start}: who the lecturer is. Only the user's number tells, since a nickname is anybody's to take.
 */
final class SessionStarted implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.module().equals("eventsession.start");
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var state = event.snapshot().orElseThrow(() -> new UnexpectedShape("no snapshot"));
        state.objects("userlist").stream()
                .filter(listed -> listed.rawText("role").equals(Optional.of("ADMIN")))
                .flatMap(listed -> listed.object("user").flatMap(user -> user.id("id")).stream())
                .findFirst()
                .ifPresent(meeting.people()::leads);
    }
}

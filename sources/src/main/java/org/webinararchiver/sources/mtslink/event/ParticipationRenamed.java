package org.webinararchiver.sources.mtslink.event;

import java.util.Optional;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/**
 * {@code participation.rename}: a new nickname. The event is about a participation, so its own {@code id} is that of
 * the participation where it names nobody otherwise.
 */
final class ParticipationRenamed implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.module().equals("participation.rename");
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var data = event.data();
        var person = PersonFields.whoever(data).orElseThrow(() -> new UnexpectedShape("renames nobody"));
        var name = newName(data).orElseThrow(() -> new UnexpectedShape("no new name"));
        meeting.people().isCalled(person, name, event.atOrZero());
    }

    private static Optional<String> newName(Fields data) {
        return PersonFields.shownName(data).or(() -> data.object("user").flatMap(PersonFields::shownName));
    }
}

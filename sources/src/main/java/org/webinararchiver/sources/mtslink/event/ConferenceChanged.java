package org.webinararchiver.sources.mtslink.event;

import java.time.Duration;
import java.util.Set;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Identity;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/**
 * {@code conference.add} and {@code conference.update}: whose a camera or microphone is, and whether there is a
 * picture.
 */
final class ConferenceChanged implements EventHandler {
    private static final Set<String> MODULES = Set.of("conference.add", "conference.update");

    @Override
    public boolean concerns(LoggedEvent event) {
        return MODULES.contains(event.module());
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        tell(event.data(), event.atOrZero(), meeting);
    }

    /** What is known of a camera or microphone at this moment. */
    static void tell(Fields data, Duration at, Meeting meeting) throws UnexpectedShape {
        var conference = data.requiredId("id");
        var person = PersonFields.of(data);
        meeting.people().appears(conference, person.identity());
        person.participation()
                .ifPresent(
                        id -> person.user().ifPresent(user -> meeting.people().takesPart(id, user)));
        person.name().ifPresent(name -> meeting.people().isCalled(named(conference, person), name, at));
        if (data.isTrue("hasVideo")) {
            meeting.people().isSeen(conference);
        }
    }

    private static Identity named(String conference, PersonFields person) {
        return person.identity().orElseGet(() -> new Identity(Identity.By.CONFERENCE, conference));
    }
}

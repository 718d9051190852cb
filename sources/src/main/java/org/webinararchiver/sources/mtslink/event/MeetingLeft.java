package org.webinararchiver.sources.mtslink.event;

import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Ending;
import org.webinararchiver.sources.mtslink.meeting.Identity;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/**
 * {@code conference.delete}, {@code userlist.offline} and {@code eventsession.stop}: a camera, a person or everybody is
 * gone. It ends their media where no better event does.
 */
final class MeetingLeft implements EventHandler {

    @Override
    public boolean concerns(LoggedEvent event) {
        return switch (event.module()) {
            case "conference.delete", "userlist.offline", "eventsession.stop" -> true;
            default -> false;
        };
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        switch (event.module()) {
            case "conference.delete" -> {
                var camera = new Identity(Identity.By.CONFERENCE, event.data().requiredId("id"));
                meeting.endings().ended(camera.leaving(), event.at());
            }
            case "userlist.offline" -> leave(event, meeting);
            default -> meeting.endings().ended(Ending.OF_MEETING, event.at());
        }
    }

    /** Of an audience of thousands only those who were on stage are remembered. */
    private static void leave(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var at = event.at();
        event.subjects().stream()
                .flatMap(subject -> PersonFields.whoever(subject).stream())
                .filter(meeting.people()::know)
                .forEach(person -> meeting.endings().ended(person.leaving(), at));
    }
}

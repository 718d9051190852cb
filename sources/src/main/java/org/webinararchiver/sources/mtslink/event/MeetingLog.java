package org.webinararchiver.sources.mtslink.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;
import org.webinararchiver.sources.mtslink.log.MetadataTooLarge;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** Hands every entry of a recording's log to the handlers that know its kind, and keeps count of the rest. */
public final class MeetingLog {
    /** Knowing another kind of event is another line here. */
    private static final List<EventHandler> HANDLERS = List.of(
            new SessionStarted(),
            new ConferenceChanged(),
            new SourceDeleted(),
            new StreamDeleted(),
            new ParticipationRenamed(),
            new MediaAdded(),
            new MediaUpdated(),
            new SnapshotTaken(),
            new CutEnded(),
            new MeetingLeft(),
            new PresentationUpdated(),
            new MessageAdded());

    private final int mostRemembered;
    private final Meeting meeting = new Meeting();
    private final Tally tally = new Tally();

    /** @param limits of what is remembered of all entries together */
    public MeetingLog(MetadataLimits limits) {
        this.mostRemembered = limits.things();
    }

    /**
     * Takes one entry of any shape.
     *
     * @throws MetadataTooLarge when the log tells of more than fits into memory
     */
    public void take(JsonNode entry) throws MetadataTooLarge {
        try {
            apply(LoggedEvent.of(entry));
        } catch (UnexpectedShape e) {
            tally.odd(e.getMessage());
        }
        if (meeting.size() > mostRemembered) {
            throw new MetadataTooLarge("more than " + mostRemembered + " people, files, slides and messages");
        }
    }

    public Meeting meeting() {
        return meeting;
    }

    public Tally tally() {
        return tally;
    }

    private void apply(LoggedEvent event) throws UnexpectedShape {
        var concerned =
                HANDLERS.stream().filter(handler -> handler.concerns(event)).toList();
        tally.read();
        if (concerned.isEmpty()) {
            tally.unknown(event.module());
        }
        hand(event, concerned);
    }

    /** What one handler misses may not keep the next one from what is there. */
    private void hand(LoggedEvent event, List<EventHandler> concerned) throws UnexpectedShape {
        UnexpectedShape first = null;
        for (var handler : concerned) {
            try {
                handler.apply(event, meeting);
            } catch (UnexpectedShape e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}

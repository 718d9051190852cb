package org.webinararchiver.sources.mtslink.event;

import java.util.List;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/**
 * Any event with a snapshot of the meeting: {@code snapshot.data.{mediasession[], conference[], message[],
 * question[]}}, what is running and what has been written at that moment. What was told before is told again.
 */
final class SnapshotTaken implements EventHandler {
    private static final List<String> LISTS = List.of("mediasession", "conference", "message", "question");

    @Override
    public boolean concerns(LoggedEvent event) {
        return event.snapshot()
                .filter(state -> LISTS.stream().anyMatch(state::hasList))
                .isPresent();
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        var state = event.snapshot().orElseThrow(() -> new UnexpectedShape("no snapshot"));
        var at = event.at();
        var entries = new Entries();
        entries.each(state, "conference", conference -> ConferenceChanged.tell(conference, at, meeting));
        entries.each(
                state,
                "mediasession",
                session -> meeting.snapshots().list(MediaSessionFields.listing(at, event.time(), session)));
        entries.each(
                state,
                "message",
                message -> meeting.messages().list(MessageFields.written(Message.Kind.CHAT, at, message)));
        entries.each(
                state,
                "question",
                question -> meeting.messages().list(MessageFields.written(Message.Kind.QUESTION, at, question)));
        entries.complain();
    }

    /** An entry of another shape does not keep its neighbours from being taken. */
    private static final class Entries {
        private UnexpectedShape first;

        private interface Taker {
            void take(Fields entry) throws UnexpectedShape;
        }

        void each(Fields state, String list, Taker taker) {
            for (var entry : state.objects(list)) {
                try {
                    taker.take(entry);
                } catch (UnexpectedShape e) {
                    first = first == null ? e : first;
                }
            }
        }

        void complain() throws UnexpectedShape {
            if (first != null) {
                throw first;
            }
        }
    }
}

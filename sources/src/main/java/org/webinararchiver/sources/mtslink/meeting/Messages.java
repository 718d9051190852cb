package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.sources.mtslink.log.Seconds;

/** What was written, each message once. */
public final class Messages {
    private final List<Written> written = new ArrayList<>();
    private final List<Written> listed = new ArrayList<>();
    private final Set<Sameness> known = new HashSet<>();
    private int size;

    /** Two messages are the same by their number; without one, by everything that is known of them. */
    private record Sameness(
            Message.Kind kind,
            Optional<String> id,
            Optional<OffsetDateTime> sentAt,
            Optional<String> author,
            Optional<String> text) {

        static Sameness of(Written message) {
            return message.id().isPresent()
                    ? new Sameness(message.kind(), message.id(), Optional.empty(), Optional.empty(), Optional.empty())
                    : new Sameness(
                            message.kind(),
                            Optional.empty(),
                            message.sentAt(),
                            message.author(),
                            Optional.of(message.text()));
        }
    }

    /** Somebody writes this now. Without number and time, the same words are written once more. */
    public void write(Written message) {
        var isNew = known.add(Sameness.of(message));
        if (isNew || (message.id().isEmpty() && message.sentAt().isEmpty())) {
            remember(written, message);
        }
    }

    /** Somebody has written this before; when, only the message itself tells. */
    public void list(Written message) {
        if (known.add(Sameness.of(message))) {
            remember(listed, message);
        }
    }

    private void remember(List<Written> where, Written message) {
        where.add(message);
        size += Weight.of(message.text() + message.author().orElse(""));
    }

    /** @param start of the recording, which places those that were listed later than they were sent */
    List<Message> all(People people, Optional<OffsetDateTime> start) {
        var all = new ArrayList<Message>();
        written.forEach(message -> all.add(message(message, message.at(), people)));
        listed.forEach(message -> all.add(message(message, placeOf(message, start), people)));
        return all;
    }

    private static Message message(Written written, Duration at, People people) {
        return new Message(
                written.kind(),
                at,
                written.sentAt(),
                written.person().map(people::participant),
                written.author(),
                written.text());
    }

    /** Not later than it was listed. */
    private static Duration placeOf(Written message, Optional<OffsetDateTime> start) {
        return message.sentAt()
                .flatMap(sent -> start.map(began -> Duration.between(began, sent)))
                .filter(place -> !place.isNegative() && place.compareTo(Seconds.LONGEST) <= 0)
                .filter(place -> place.compareTo(message.at()) <= 0)
                .orElse(message.at());
    }

    int size() {
        return size;
    }
}

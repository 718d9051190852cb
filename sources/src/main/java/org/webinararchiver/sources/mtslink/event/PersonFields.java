package org.webinararchiver.sources.mtslink.event;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.meeting.Identity;

/**
 * What an event tells about a person: {@code {participationId, user:{id, nickname}}} or {@code user:{name,
 * secondName}}.
 */
record PersonFields(Optional<String> user, Optional<String> participation, Optional<String> name) {

    static PersonFields of(Fields data) {
        var user = data.object("user");
        return new PersonFields(
                user.flatMap(fields -> fields.id("id")),
                data.id("participationId"),
                user.flatMap(PersonFields::shownName));
    }

    /** The most lasting number that the person is known by. */
    Optional<Identity> identity() {
        return user.map(id -> new Identity(Identity.By.USER, id))
                .or(() -> participation.map(id -> new Identity(Identity.By.PARTICIPATION, id)));
    }

    /** Whom an event is about that is about a person: where it names nobody otherwise, by the number of the event. */
    static Optional<Identity> whoever(Fields data) {
        return of(data).identity()
                .or(() -> data.id("userId").map(id -> new Identity(Identity.By.USER, id)))
                .or(() -> data.id("id").map(id -> new Identity(Identity.By.PARTICIPATION, id)));
    }

    static Optional<String> shownName(Fields fields) {
        return fields.text("nickname").or(() -> fullName(fields));
    }

    private static Optional<String> fullName(Fields fields) {
        var parts = Stream.of("name", "secondName").flatMap(part -> fields.text(part).stream());
        return Optional.of(parts.collect(Collectors.joining(" "))).filter(name -> !name.isEmpty());
    }
}

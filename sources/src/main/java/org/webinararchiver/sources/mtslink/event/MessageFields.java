package org.webinararchiver.sources.mtslink.event;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Identity;
import org.webinararchiver.sources.mtslink.meeting.Written;

/**
 * Reads a message, {@code {id, text, authorName, createAt}}. The text can stand within {@code message} or
 * {@code payload}, the author within {@code sender}, {@code author} or {@code user}.
 */
final class MessageFields {
    private static final List<String> WRAPPERS = List.of("message", "question", "payload");
    private static final List<String> AUTHORS = List.of("sender", "author", "user");

    /** The message itself, and what is wrapped within it, the outermost first. */
    private final List<Fields> layers;

    private MessageFields(Fields message) {
        this.layers = Stream.concat(
                        Stream.of(message),
                        within(message).flatMap(inner -> Stream.concat(Stream.of(inner), within(inner))))
                .toList();
    }

    static Written written(Message.Kind kind, Duration at, Fields data) throws UnexpectedShape {
        var message = new MessageFields(data);
        return new Written(
                kind,
                message.first(layer -> layer.id("id")),
                at,
                message.first(MessageFields::sentAt),
                message.first(MessageFields::person),
                message.first(MessageFields::author),
                message.first(MessageFields::text).orElseThrow(() -> new UnexpectedShape("no text")));
    }

    private static Stream<Fields> within(Fields fields) {
        return WRAPPERS.stream().flatMap(name -> fields.object(name).stream());
    }

    private <T> Optional<T> first(Function<Fields, Optional<T>> field) {
        return layers.stream().flatMap(layer -> field.apply(layer).stream()).findFirst();
    }

    private static Optional<String> text(Fields layer) {
        return Stream.concat(Stream.of("text"), WRAPPERS.stream())
                .flatMap(name -> layer.passage(name).stream())
                .findFirst();
    }

    private static Optional<OffsetDateTime> sentAt(Fields layer) {
        return layer.dateTime("createAt").or(() -> layer.dateTime("createdAt"));
    }

    private static Optional<String> author(Fields layer) {
        return layer.text("authorName")
                .or(() -> AUTHORS.stream()
                        .flatMap(name ->
                                layer
                                        .object(name)
                                        .map(PersonFields::shownName)
                                        .orElseGet(() -> layer.text(name))
                                        .stream())
                        .findFirst());
    }

    private static Optional<Identity> person(Fields layer) {
        return AUTHORS.stream()
                .flatMap(name -> layer.object(name).stream())
                .flatMap(author -> author.id("id").stream())
                .findFirst()
                .or(() -> layer.id("userId"))
                .map(id -> new Identity(Identity.By.USER, id))
                .or(() -> layer.id("participationId").map(id -> new Identity(Identity.By.PARTICIPATION, id)));
    }
}

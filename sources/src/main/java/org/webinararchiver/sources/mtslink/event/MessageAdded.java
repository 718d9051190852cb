package org.webinararchiver.sources.mtslink.event;

import java.util.Map;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.sources.mtslink.log.LoggedEvent;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;
import org.webinararchiver.sources.mtslink.meeting.Meeting;

/** {@code message.add} and {@code question.add}: somebody writes. */
final class MessageAdded implements EventHandler {
    private static final Map<String, Message.Kind> KINDS =
            Map.of("message.add", Message.Kind.CHAT, "question.add", Message.Kind.QUESTION);

    @Override
    public boolean concerns(LoggedEvent event) {
        return KINDS.containsKey(event.module());
    }

    @Override
    public void apply(LoggedEvent event, Meeting meeting) throws UnexpectedShape {
        meeting.messages().write(MessageFields.written(KINDS.get(event.module()), event.at(), event.data()));
    }
}

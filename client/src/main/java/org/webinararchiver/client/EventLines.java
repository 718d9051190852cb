package org.webinararchiver.client;

import java.util.Optional;
import java.util.StringJoiner;

/** Puts server-sent events together of their lines, as the HTML standard has it. */
final class EventLines {
    private String id = "";
    private String name = "";
    private StringJoiner data;

    /** Takes the next line; answers the event that it ends. */
    Optional<SentEvent> take(String line) {
        if (line.isEmpty()) {
            return ended();
        }
        int colon = line.indexOf(':');
        var field = colon < 0 ? line : line.substring(0, colon);
        field(field, colon < 0 ? "" : withoutOneBlank(line.substring(colon + 1)));
        return Optional.empty();
    }

    private void field(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> {
                data = data == null ? new StringJoiner("\n") : data;
                data.add(value);
            }
            default -> {
                // Comments, which begin with a colon, and what is not known say nothing.
            }
        }
    }

    private Optional<SentEvent> ended() {
        var event = Optional.ofNullable(data).map(text -> new SentEvent(id, name, text.toString()));
        data = null;
        name = "";
        return event;
    }

    private static String withoutOneBlank(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}

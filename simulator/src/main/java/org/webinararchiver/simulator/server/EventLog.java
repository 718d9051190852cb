package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A log of events as the platform keeps it: each with an id, a module, and its time both absolute and relative. */
final class EventLog {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OffsetDateTime start;
    private final List<Event> events = new ArrayList<>();

    EventLog(OffsetDateTime start) {
        this.start = start;
    }

    private record Event(Duration at, ObjectNode json) {}

    /** Adds an event and returns its data to be filled. */
    ObjectNode add(String module, Duration at) {
        return event(module, at).putObject("data");
    }

    /** Adds an event whose data is a list, as some are, and returns it to be filled. */
    ArrayNode addList(String module, Duration at) {
        return event(module, at).putArray("data");
    }

    /** Adds an event that carries a snapshot of the meeting, and returns the snapshot's data to be filled. */
    ObjectNode addSnapshot(String module, Duration at) {
        var event = event(module, at);
        event.putObject("data");
        return event.putObject("snapshot").putObject("data");
    }

    /** Adds an event that is nothing but a snapshot, without a module, and returns its data to be filled. */
    ObjectNode addBareSnapshot(Duration at) {
        return event(JSON.objectNode(), at).putObject("snapshot").putObject("data");
    }

    private ObjectNode event(String module, Duration at) {
        return event(JSON.objectNode().put("module", module), at);
    }

    private ObjectNode event(ObjectNode json, Duration at) {
        json.put("time", epochSeconds(at));
        json.put("relativeTime", seconds(at));
        events.add(new Event(at, json));
        return json;
    }

    /** The events in order of time, those of one instant in the order in which they were added. */
    ArrayNode json() {
        var log = JSON.arrayNode();
        long id = start.toEpochSecond() * 1000;
        for (var event : events.stream().sorted(Comparator.comparing(Event::at)).toList()) {
            log.add(JSON.objectNode().put("id", id++).setAll(event.json()));
        }
        return log;
    }

    /** An instant of the meeting in seconds since 1970. */
    BigDecimal epochSeconds(Duration at) {
        return BigDecimal.valueOf(start.toEpochSecond()).add(seconds(at));
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}

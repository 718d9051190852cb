package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One entry of a recording's log: {@code {id, module, time, relativeTime, data, snapshot}}, all of them optional. */
public final class LoggedEvent {
    private final Fields fields;

    private LoggedEvent(Fields fields) {
        this.fields = fields;
    }

    public static LoggedEvent of(JsonNode entry) throws UnexpectedShape {
        return new LoggedEvent(Fields.of(entry));
    }

    /** What kind of event it is; empty for one that is a snapshot alone. */
    public String module() {
        return fields.text("module").orElse("");
    }

    /** When it happened, from the recording's start. */
    public Duration at() throws UnexpectedShape {
        return Seconds.of(fields.number("relativeTime").orElseThrow(() -> new UnexpectedShape("no relativeTime")));
    }

    /** When it happened; the recording's start where the event does not tell, or tells something impossible. */
    public Duration atOrZero() {
        try {
            return at();
        } catch (UnexpectedShape e) {
            return Duration.ZERO;
        }
    }

    public Fields data() throws UnexpectedShape {
        return fields.requiredObject("data");
    }

    /** What the event is about, where that may be one or several. */
    public List<Fields> subjects() {
        return fields.object("data").map(List::of).orElseGet(() -> fields.objects("data"));
    }

    /** When it happened, by the platform's clock. */
    public Optional<Instant> time() {
        return fields.epochTime("time");
    }

    /** The state of the whole meeting at that moment, where the event carries it. */
    public Optional<Fields> snapshot() {
        return fields.object("snapshot").flatMap(snapshot -> snapshot.object("data"));
    }
}

package org.webinararchiver.standalone.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.standalone.archive.ExportedFiles;

/** For programs: one JSON object a line on standard output, each with its {@code event}. */
public final class JsonDisplay implements Display {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private final PrintStream out;
    private final Map<UUID, Recording> shown = new HashMap<>();

    public JsonDisplay(PrintStream out) {
        this.out = out;
    }

    /** An object of the output; what does not belong to the event is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Event(
            String event,
            String message,
            String reason,
            String advice,
            String link,
            String file,
            List<String> beside,
            Recording recording) {}

    @Override
    public void say(String message) {
        write(new Event("message", message, null, null, null, null, null, null));
    }

    /** Says nothing: programs have no use for what takes a second or two. */
    @Override
    public void preparing(String step) {}

    @Override
    public void show(Collection<Recording> underWay) {
        for (var recording : underWay) {
            if (!recording.equals(shown.put(recording.id(), recording))) {
                write(of("progress", recording));
            }
        }
    }

    @Override
    public void finished(Recording recording, ExportedFiles files) {
        write(new Event(
                "finished",
                null,
                null,
                null,
                null,
                files.file().toString(),
                files.beside().stream().map(Object::toString).toList(),
                recording));
    }

    @Override
    public void failed(Recording recording) {
        write(of("failed", recording));
    }

    @Override
    public void stopped(Recording recording) {
        write(of("stopped", recording));
    }

    @Override
    public void refused(String name, ProblemException refusal) {
        write(new Event("refused", refusal.title(), refusal.reason(), refusal.advice(), name, null, null, null));
    }

    private static Event of(String event, Recording recording) {
        return new Event(event, null, null, null, null, null, null, recording);
    }

    private void write(Event event) {
        write(out, event);
    }

    /** A recording alone, as a line. */
    public static void write(PrintStream out, Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }
}

package org.webinararchiver.platform.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** A line of the log as a JSON object: when, how grave, who, what, and which recording it is about. */
final class JsonLines extends ExtFormatter {
    private final JsonFactory json;

    JsonLines(JsonFactory json) {
        this.json = json;
    }

    @Override
    public String format(ExtLogRecord line) {
        var text = new StringWriter();
        try (var object = json.createGenerator(text)) {
            object.writeStartObject();
            object.writeStringField("timestamp", line.getInstant().toString());
            object.writeStringField("level", line.getLevel().getName());
            object.writeStringField("logger", line.getLoggerName());
            object.writeStringField("thread", line.getThreadName());
            object.writeStringField("message", formatMessage(line));
            writeContext(line, object);
            writeException(line, object);
            object.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to but memory
        }
        return text.append('\n').toString();
    }

    private static void writeContext(ExtLogRecord line, JsonGenerator object) throws IOException {
        var context = line.getMdcCopy();
        if (!context.isEmpty()) {
            object.writeObjectFieldStart("mdc");
            for (var entry : context.entrySet()) {
                object.writeStringField(entry.getKey(), entry.getValue());
            }
            object.writeEndObject();
        }
    }

    private static void writeException(ExtLogRecord line, JsonGenerator object) throws IOException {
        if (line.getThrown() != null) {
            var trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace, true));
            object.writeStringField("exception", trace.toString());
        }
    }
}

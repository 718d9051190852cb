package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads a recording's description as a stream: one event of its log is in memory at a time, whatever the length of the
 * log.
 */
public final class RecordReader {
    private static final long MOST_BYTES = 512L << 20;
    private static final long MOST_BYTES_PER_VALUE = 8L << 20;
    private static final Set<String> HEADER_FIELDS = Set.of("name", "createAt", "duration", "error");

    private static final ObjectReader TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(1 << 20)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    /** Takes the log's entries in their order. */
    @FunctionalInterface
    public interface EntryTaker {
        void take(JsonNode entry) throws IOException;
    }

    /**
     * Reads a whole description; closes nothing.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON, breaks off, or nests too deep
     * @throws MetadataTooLarge when it exceeds a limit
     * @throws IOException when the body cannot be read
     */
    public RecordHeader read(InputStream body, EntryTaker taker) throws IOException {
        var metered = new MeteredBody(body, MOST_BYTES, MOST_BYTES_PER_VALUE);
        try (var parser = TREES.getFactory().createParser(metered)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return new Reading(metered, parser, taker).header();
        }
    }

    private static final class Reading {
        private final MeteredBody body;
        private final JsonParser parser;
        private final EntryTaker taker;
        private final ObjectNode header = JsonNodeFactory.instance.objectNode();
        private boolean hasLog;

        Reading(MeteredBody body, JsonParser parser, EntryTaker taker) {
            this.body = body;
            this.parser = parser;
            this.taker = taker;
        }

        RecordHeader header() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser.currentName());
            }
            return HeaderFields.header(header, hasLog);
        }

        private void field(String name) throws IOException {
            var value = parser.nextToken();
            if (name.equals("eventLogs") && value == JsonToken.START_ARRAY) {
                hasLog = true;
                log();
            } else if (HEADER_FIELDS.contains(name)) {
                header.set(name, tree());
            } else {
                parser.skipChildren();
            }
        }

        private void log() throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                taker.take(tree());
            }
        }

        private JsonNode tree() throws IOException {
            body.valueBegins();
            JsonNode tree = TREES.readTree(parser);
            body.valueEnds();
            return tree;
        }
    }
}

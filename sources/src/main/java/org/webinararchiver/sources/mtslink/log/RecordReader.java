package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads a recording's description as a stream: one event of its log is in memory at a time, whatever the length of the
 * log.
 */
public final class RecordReader {
    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 1000;
    private static final Set<String> HEADER_FIELDS = Set.of("name", "createAt", "duration", "error");

    private final MetadataLimits limits;
    private final ObjectReader trees;

    public RecordReader(MetadataLimits limits) {
        this.limits = limits;
        this.trees = trees(limits);
    }

    /** One text or number that is large is cut or left out later on, so it may be as large as a whole event. */
    private static ObjectReader trees(MetadataLimits limits) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(limits.bytesOfEvent())
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .reader();
    }

    /** Takes the log's entries in their order. */
    @FunctionalInterface
    public interface EntryTaker {
        void take(JsonNode entry) throws IOException;
    }

    /**
     * Reads a whole description; closes nothing.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON or breaks off
     * @throws MetadataTooLarge when it exceeds a limit
     * @throws IOException when the body cannot be read
     */
    public RecordHeader read(InputStream body, EntryTaker taker) throws IOException {
        var metered = new MeteredBody(body, limits.bytes(), limits.bytesOfEvent());
        try (var parser = new MeteredValues(trees.getFactory().createParser(metered), limits.valuesOfEvent())) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return new Reading(metered, parser, taker).header();
        } catch (CharConversionException e) {
            throw new JsonParseException(null, "it is not in the encoding that it begins in", e);
        } catch (StreamConstraintsException e) {
            throw new MetadataTooLarge("a value nests deeper than " + DEEPEST + " or is a number of more than "
                    + LONGEST_NUMBER + " digits");
        }
    }

    private final class Reading {
        private final MeteredBody body;
        private final MeteredValues parser;
        private final EntryTaker taker;
        private final ObjectNode header = JsonNodeFactory.instance.objectNode();
        private boolean hasLog;

        Reading(MeteredBody body, MeteredValues parser, EntryTaker taker) {
            this.body = body;
            this.parser = parser;
            this.taker = taker;
        }

        RecordHeader header() throws IOException {
            parser.valueBegins();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser.currentName());
            }
            return HeaderFields.header(header, hasLog);
        }

        private void field(String name) throws IOException {
            parser.valueBegins();
            var value = parser.nextToken();
            if (name.equals("eventLogs") && value == JsonToken.START_ARRAY) {
                hasLog = true;
                log();
            } else if (HEADER_FIELDS.contains(name)) {
                header.set(name, tree());
            } else {
                parser.skip();
            }
        }

        private void log() throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                taker.take(tree());
                parser.valueBegins();
            }
        }

        private JsonNode tree() throws IOException {
            body.valueBegins();
            parser.valueBegins();
            var tree = parsed();
            body.valueEnds();
            return tree;
        }

        /** An exponent that no number can have is not told as the parser tells all else. */
        private JsonNode parsed() throws IOException {
            try {
                return trees.readTree(parser);
            } catch (NumberFormatException e) {
                throw new JsonParseException(null, "a number is beyond all bounds", e);
            }
        }
    }
}

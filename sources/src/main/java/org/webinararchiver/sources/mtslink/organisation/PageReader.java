package org.webinararchiver.sources.mtslink.organisation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.log.UnexpectedShape;

/**
 * Reads a page of an organisation's list: a JSON array of objects with {@code id}, {@code name}, {@code createAt},
 * {@code link}, {@code eventSession} and others, as public clients of the API read them. None of these is relied on.
 * One record is in memory at a time.
 */
final class PageReader {
    private static final int MOST_RECORDS = 10_000;
    private static final ObjectReader TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(32L << 20)
                            .maxTokenCount(2_000_000)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .build()
            .reader();

    private final Function<String, Optional<RecognisedLink>> links;

    PageReader(Function<String, Optional<RecognisedLink>> links) {
        this.links = links;
    }

    /** What came in place of, or as, a page. */
    sealed interface Reading {
        record Records(List<ListedRecord> records) implements Reading {}

        /** @param code of the error that the platform puts into a successful answer; empty when there is none */
        record NoPage(OptionalInt code) implements Reading {}
    }

    /**
     * Reads a whole body; closes nothing.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON, breaks off or is too large
     */
    Reading read(InputStream body) throws IOException {
        try (var parser = TREES.getFactory().createParser(body)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return new Reading.Records(records(parser));
            }
            return new Reading.NoPage(first == null ? OptionalInt.empty() : errorCode(TREES.readTree(parser)));
        }
    }

    private List<ListedRecord> records(JsonParser parser) throws IOException {
        var records = new ArrayList<ListedRecord>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (records.size() == MOST_RECORDS) {
                throw new JsonParseException(parser, "more than " + MOST_RECORDS + " records in a page");
            }
            JsonNode tree = TREES.readTree(parser);
            records.add(record(tree));
        }
        return records;
    }

    /** What is no object is a record of which nothing is known, so that it is counted. */
    private ListedRecord record(JsonNode tree) {
        try {
            var fields = Fields.of(tree);
            return new ListedRecord(
                    fields.id("id"), fields.text("name"), fields.rawText("link").flatMap(links));
        } catch (UnexpectedShape e) {
            return new ListedRecord(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private static OptionalInt errorCode(JsonNode tree) {
        var code = tree.path("error").path("code");
        return code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
    }
}

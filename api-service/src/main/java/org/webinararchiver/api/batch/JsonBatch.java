package org.webinararchiver.api.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.api.batch.BatchItem.Place;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.api.recordings.Submission;
import org.webinararchiver.api.recordings.WantedOptions;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.sources.Sources;

/**
 * Reads a batch of JSON, entry by entry: three million empty entries are no more memory than the ten thousand that may
 * be.
 */
@ApplicationScoped
public class JsonBatch {
    private final Sources sources;
    private final ObjectMapper json;

    public JsonBatch(Sources sources, ObjectMapper json) {
        this.sources = sources;
        this.json = json;
    }

    /**
     * Its entries in their order.
     *
     * @throws WebApplicationException when it is no batch, or too long
     */
    List<BatchItem> read(byte[] body) throws IOException {
        try (var parser = json.createParser(body)) {
            return new Reading(parser).batch();
        } catch (MismatchedInputException e) {
            throw e; // which is told with the name of the field
        } catch (JsonProcessingException e) {
            throw ExpectedBody.BATCH.refused("It is no JSON.");
        }
    }

    private final class Reading {
        private final JsonParser parser;
        private final List<Submission> entries = new ArrayList<>();
        private boolean isList;
        private String sessionId;
        private WantedOptions options;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        List<BatchItem> batch() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ExpectedBody.BATCH.refused("It is no JSON object.");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                field(parser.currentName());
            }
            if (!isList) {
                throw ExpectedBody.BATCH.refused("The field recordings is missing.");
            }
            return items();
        }

        private void field(String name) throws IOException {
            parser.nextToken();
            switch (name) {
                case "recordings" -> entries();
                case "sessionId" -> sessionId = value(String.class, name);
                case "options" -> options = value(WantedOptions.class, name);
                default -> throw ExpectedBody.BATCH.refused("It has a field that there is not.");
            }
        }

        private <T> T value(Class<T> type, String name) throws IOException {
            try {
                return json.readValue(parser, type);
            } catch (MismatchedInputException e) {
                e.prependPath(BatchSubmission.class, name);
                throw e;
            }
        }

        private void entries() throws IOException {
            isList = parser.currentToken() == JsonToken.START_ARRAY;
            if (!isList) {
                throw ExpectedBody.BATCH.refused("The field recordings is no list.");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                BatchLimits.requireLinks(entries.size() + 1L);
                entries.add(entry());
            }
        }

        private Submission entry() throws IOException {
            try {
                return json.readValue(parser, Submission.class);
            } catch (MismatchedInputException e) {
                e.prependPath(new JsonMappingException.Reference(entries, entries.size()));
                e.prependPath(BatchSubmission.class, "recordings");
                throw e;
            }
        }

        private List<BatchItem> items() {
            var usual = usual();
            var items = new ArrayList<BatchItem>();
            for (var entry : entries) {
                items.add(item(new Place.Position(items.size() + 1), entry, usual));
            }
            return items;
        }

        private Usual usual() {
            try {
                return new Usual(
                        Submission.pass(sessionId), options == null ? RenditionOptions.USUAL : options.rendition());
            } catch (IllegalArgumentException e) {
                throw ExpectedBody.BATCH.refused(e.getMessage());
            }
        }
    }

    /** For entries that say nothing else. */
    private record Usual(Pass pass, RenditionOptions options) {}

    private BatchItem item(Place place, Submission entry, Usual usual) {
        var text = entry == null || entry.link() == null ? "" : entry.link();
        var link = sources.recognise(text);
        if (link.isEmpty()) {
            var known = "not a link to a recording; these are: " + String.join(", ", sources.linkForms());
            return new BatchItem.Bad(place, BatchAnswer.Refused.at(place, text, "not-a-recording-link", known));
        }
        try {
            return new BatchItem.Good(
                    place,
                    link.get().with(usual.pass().and(Submission.pass(entry.sessionId()))),
                    entry.options() == null ? usual.options() : entry.options().rendition());
        } catch (IllegalArgumentException e) {
            return new BatchItem.Bad(place, BatchAnswer.Refused.at(place, text, "not-a-submission", e.getMessage()));
        }
    }
}

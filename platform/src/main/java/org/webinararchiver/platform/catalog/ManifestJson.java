package org.webinararchiver.platform.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Track;

/**
 * How a manifest is written: its fields by their names, and before them the number of this form. Every older form is
 * still read. A field that is added and may be absent needs no new number.
 */
final class ManifestJson {
    /** Written since slides, messages, earlier names and twins are part of a manifest; the first form has no number. */
    static final int FORM = 2;

    private static final String NUMBER = "form";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addMixIn(Manifest.class, Numbered.class)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(
                    DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ManifestJson() {}

    @JsonAppend(attrs = @JsonAppend.Attr(NUMBER), prepend = true)
    private interface Numbered {}

    static byte[] write(Manifest manifest) throws IOException {
        return JSON.writer().withAttribute(NUMBER, FORM).writeValueAsBytes(manifest);
    }

    /** @throws IOException when it is no manifest, or one that a newer program has written */
    static Manifest read(InputStream bytes) throws IOException {
        try (var parser = JSON.createParser(bytes)) {
            require(JsonToken.START_OBJECT, parser);
            require(JsonToken.FIELD_NAME, parser);
            if (!parser.currentName().equals(NUMBER)) {
                return ofFirstForm(JSON.readValue(parser, ObjectNode.class));
            }
            requireKnown(parser.nextIntValue(0));
            require(JsonToken.FIELD_NAME, parser);
            return JSON.readValue(parser, Manifest.class);
        }
    }

    private static void require(JsonToken expected, JsonParser parser) throws IOException {
        if (parser.nextToken() != expected) {
            throw new IOException("not a manifest");
        }
    }

    private static void requireKnown(int form) throws IOException {
        if (form != FORM) {
            throw new IOException("a manifest of form " + form + ", and this program knows up to " + FORM
                    + ": another version of the program has written it");
        }
    }

    private static Manifest ofFirstForm(ObjectNode manifest) throws IOException {
        manifest.set("proceedings", JSON.valueToTree(Proceedings.NONE));
        objects(manifest.path("participants")).forEach(person -> person.putArray("names"));
        objects(manifest.path("tracks"))
                .forEach(track ->
                        track.put("pictured", track.path("kind").asText().equals(Track.Kind.SCREEN.name())));
        return JSON.treeToValue(manifest, Manifest.class);
    }

    private static Stream<ObjectNode> objects(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }
}

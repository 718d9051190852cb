package org.webinararchiver.compile.script;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.webinararchiver.core.scene.Stage;

/** How a script and notes of its parts are written: their fields by their names. The same script is the same bytes. */
public final class ScriptJson {
    /** To be counted up with every change of what a script says, so that no worker takes one for what it is not. */
    static final int FORM = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addMixIn(Stage.class, NamedStage.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(
                    DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ScriptJson() {}

    private record Numbered(int form, JsonNode script) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Stage.Screen.class, name = "screen"),
        @JsonSubTypes.Type(value = Stage.OfSlide.class, name = "slide"),
        @JsonSubTypes.Type(value = Stage.Camera.class, name = "camera"),
        @JsonSubTypes.Type(value = Stage.Nothing.class, name = "nothing")
    })
    private interface NamedStage {}

    public static byte[] write(Script script) throws IOException {
        return JSON.writeValueAsBytes(new Numbered(FORM, JSON.valueToTree(script)));
    }

    /**
     * Reads a script.
     *
     * @return empty when another version of the program has written it in a form of its own
     * @throws IOException when it is no script
     */
    public static Optional<Script> read(InputStream bytes) throws IOException {
        var numbered = JSON.readValue(bytes, Numbered.class);
        return numbered.form() == FORM
                ? Optional.of(JSON.treeToValue(numbered.script(), Script.class))
                : Optional.empty();
    }

    public static String write(PartNote note) throws IOException {
        return JSON.writeValueAsString(note);
    }

    public static PartNote note(String json) throws IOException {
        return JSON.readValue(json, PartNote.class);
    }
}

package org.webinararchiver.platform.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * What a twin consists of, as JSON in the object store: the object that a twin's row points to. Its runs are objects
 * beside it, and are there before it is.
 */
@ApplicationScoped
public class TwinStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectStore store;

    public TwinStore(ObjectStore store) {
        this.store = store;
    }

    /** @param runs in order of time; none for a twin that has nothing of what was wanted of it */
    public void put(String key, List<StoredRun> runs) throws IOException {
        var bytes = JSON.writeValueAsBytes(runs);
        store.put(key, new ByteArrayInputStream(bytes), bytes.length);
    }

    public List<StoredRun> get(String key) throws IOException {
        try (var bytes = store.get(key)) {
            return JSON.readValue(bytes, new TypeReference<>() {});
        }
    }
}

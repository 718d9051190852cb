package org.webinararchiver.platform.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What the parts of the contract share: the store, which each test finds without objects, and short ways to use it. */
public abstract class StoreUnderTest {
    protected abstract ObjectStore store();

    StoredObject put(String key, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        return store().put(key, new ByteArrayInputStream(bytes), bytes.length);
    }

    void putAll(List<String> keys) throws Exception {
        var puts = keys.stream()
                .map(key -> (Callable<StoredObject>) () -> put(key, "x"))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var put : threads.invokeAll(puts)) {
                put.get();
            }
        }
    }

    String text(String key) throws IOException {
        try (var bytes = store().get(key)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    List<String> keys(String prefix) {
        return new ArrayList<>(store().list(prefix).map(StoredObject::key).toList());
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    static byte[] filled(int size, int value) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static void assertPattern(InputStream stream, long offset, long length) throws IOException {
        try (var bytes = stream) {
            assertThat(bytes).hasSameContentAs(new PatternBytes(offset, length));
        }
    }
}

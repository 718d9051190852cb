package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.script.ScriptJson;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Scripts as JSON in the object store. The key contains the hash of the content, so whoever divides a recording again
 * in the same way finds what was rendered of it before.
 */
@ApplicationScoped
public class Scripts {
    private static final int HASH_DIGITS = 32;

    /** A worker renders part after part of the same one. */
    private static final int REMEMBERED = 2;

    private final ObjectStore store;
    private final Map<String, Script> remembered = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Script> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Scripts(ObjectStore store) {
        this.store = store;
    }

    /** Stores a script and answers its key. */
    String put(UUID recording, Script script) throws IOException {
        var bytes = ScriptJson.write(script);
        var key = "recordings/%s/scripts/%s.json".formatted(recording, hash(bytes));
        store.put(key, new ByteArrayInputStream(bytes), bytes.length);
        return key;
    }

    synchronized Script get(String key) throws IOException {
        var known = remembered.get(key);
        if (known != null) {
            return known;
        }
        try (var bytes = store.get(key)) {
            var script = ScriptJson.read(bytes);
            remembered.put(key, script);
            return script;
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

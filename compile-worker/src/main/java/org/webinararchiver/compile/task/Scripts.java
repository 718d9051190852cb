package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.script.ScriptJson;
import org.webinararchiver.platform.storage.ContentHash;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Scripts as JSON in the object store. The key contains the hash of the content, so whoever divides a recording again
 * in the same way finds what was rendered of it before.
 */
@ApplicationScoped
public class Scripts {
    private static final Logger LOG = Logger.getLogger(Scripts.class);

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
        var key = "recordings/%s/scripts/%s.json".formatted(recording, ContentHash.of(bytes, HASH_DIGITS));
        store.put(key, new ByteArrayInputStream(bytes), bytes.length);
        return key;
    }

    /** Empty for one that another version of the program has written, or that is lost. */
    synchronized Optional<Script> get(String key) throws IOException {
        var known = remembered.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        try (var bytes = store.get(key)) {
            var script = ScriptJson.read(bytes);
            script.ifPresentOrElse(
                    read -> remembered.put(key, read), () -> LOG.infof("%s is of another version of the program", key));
            return script;
        } catch (NoSuchObject lost) {
            LOG.warnf("a script is not in the store any more: %s", lost.getMessage());
            return Optional.empty();
        }
    }
}

package org.webinararchiver.compile.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.compile.Shelf;

/**
 * Segments whose files are in the object store.
 *
 * @param keys of their objects, by the segments' ids
 */
record StoredShelf(Map<String, String> keys, StoredFiles files) implements Shelf {
    StoredShelf {
        keys = Map.copyOf(keys);
    }

    @Override
    public Set<String> segments() {
        return keys.keySet();
    }

    @Override
    public Held hold(Collection<String> wanted) throws IOException, InterruptedException {
        var held = files.hold(
                wanted.stream().filter(keys::containsKey).map(keys::get).collect(Collectors.toSet()));
        return new Held() {
            @Override
            public Path file(String segment) {
                return held.file(keys.get(segment));
            }

            @Override
            public void close() {
                held.close();
            }
        };
    }
}

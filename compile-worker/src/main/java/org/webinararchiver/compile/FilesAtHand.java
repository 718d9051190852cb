package org.webinararchiver.compile;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Files that are here before and after. */
record FilesAtHand(Map<String, Path> files) implements Shelf {
    FilesAtHand {
        files = Map.copyOf(files);
    }

    @Override
    public Set<String> segments() {
        return files.keySet();
    }

    @Override
    public Held hold(Collection<String> wanted) {
        return new Held() {
            @Override
            public Path file(String segment) {
                return files.get(segment);
            }

            @Override
            public void close() {
                // They stay where they are.
            }
        };
    }
}

package org.webinararchiver.sources;

import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.link.RecordingSource;

/** The sources that this installation knows, asked in turn. */
public final class Sources {
    private final List<RecordingSource> known;

    public Sources(List<RecordingSource> known) {
        this.known = List.copyOf(known);
    }

    /** The link that this text is, by the first source that takes it for one of its own. */
    public Optional<RecognisedLink> recognise(String text) {
        return known.stream()
                .map(source -> source.recognise(text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The forms of link that any source takes, for error messages. */
    public List<String> linkForms() {
        return known.stream().flatMap(source -> source.linkForms().stream()).toList();
    }

    /** @throws IllegalArgumentException when no source has that name */
    public RecordingSource named(String name) {
        return known.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source is called " + name));
    }
}

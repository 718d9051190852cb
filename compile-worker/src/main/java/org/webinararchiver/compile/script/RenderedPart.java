package org.webinararchiver.compile.script;

import java.nio.file.Path;
import java.util.Objects;

/** The file of a part, and what is to be told of it. */
public record RenderedPart(Path file, PartNote note) {
    public RenderedPart {
        Objects.requireNonNull(file);
        Objects.requireNonNull(note);
    }
}

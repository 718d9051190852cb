package org.webinararchiver.core.words;

import java.util.Objects;
import org.webinararchiver.core.timeline.Span;

/**
 * A part of a recording that somebody may want to go to.
 *
 * @param title one line, never blank
 */
public record Chapter(Span time, String title) {
    public Chapter {
        Objects.requireNonNull(time);
        if (title.isBlank() || title.lines().count() > 1) {
            throw new IllegalArgumentException("a chapter's title is one line");
        }
    }
}

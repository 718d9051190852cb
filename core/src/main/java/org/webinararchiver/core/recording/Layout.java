package org.webinararchiver.core.recording;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the screen is divided. */
public enum Layout {
    /** A stage with everybody beside it; whatever is alone fills the screen. */
    AUTO,
    /** The stage alone. */
    STAGE,
    /** Everybody in tiles of one size, with what is shared among them. */
    GALLERY,
    /** A stage with one person beside it: whoever speaks. */
    SPEAKER,
    /** No picture at all. */
    AUDIO;

    /** What people write: {@code auto}, {@code stage} and so on. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layout that is written so, in any case. */
    public static Optional<Layout> named(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(layout -> layout.text().equals(wanted))
                .findFirst();
    }
}

package org.webinararchiver.standalone.progress;

import org.webinararchiver.client.Gap;

/** What is missing, and why, in a line. */
public final class GapText {
    private GapText() {}

    public static String of(Gap gap) {
        return what(gap) + ": " + gap.reason();
    }

    private static String what(Gap gap) {
        return switch (gap.kind()) {
            case MEDIA, UNKNOWN -> when(gap) + (gap.participant() == null ? "" : " of " + gap.participant());
            case SLIDE -> when(gap) + ", a slide" + (gap.name() == null ? "" : " (%s)".formatted(gap.name()));
            case DOCUMENT -> "the document " + gap.name();
        };
    }

    private static String when(Gap gap) {
        return gap.from() == null || gap.to() == null
                ? "at some time"
                : "%s to %s".formatted(ClockText.of(gap.from()), ClockText.of(gap.to()));
    }
}

package org.webinararchiver.api.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * What was done, or was to be done.
 *
 * @param recording that was meant
 * @param subject what else was meant: an organisation, a key
 * @param detail in words for people; never anything that opens something
 */
public record Deed(Action action, Optional<UUID> recording, Optional<UUID> subject, Optional<String> detail) {
    private static final int LONGEST = 500;

    public Deed {
        detail = detail.map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** To a recording. */
    public static Deed to(UUID recording, Action action, String detail) {
        return new Deed(action, Optional.of(recording), Optional.empty(), Optional.of(detail));
    }

    /** To a recording, of which there is no more to tell. */
    public static Deed to(UUID recording, Action action) {
        return new Deed(action, Optional.of(recording), Optional.empty(), Optional.empty());
    }

    /** To an organisation or a key. */
    public static Deed toOther(UUID subject, Action action, Optional<String> detail) {
        return new Deed(action, Optional.empty(), Optional.of(subject), detail);
    }

    /** To nothing that is known. */
    public static Deed attempted(Action action) {
        return new Deed(action, Optional.empty(), Optional.empty(), Optional.empty());
    }
}

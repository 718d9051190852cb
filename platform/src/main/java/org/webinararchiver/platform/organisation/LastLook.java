package org.webinararchiver.platform.organisation;

import java.time.Instant;
import java.util.Optional;

/**
 * How a look ended, or why it rests.
 *
 * @param listed records that it read
 * @param added recordings that nobody knew
 * @param withoutLink records among them that cannot be archived, since they have no link that is understood
 * @param trouble empty when the list was read to its end
 */
public record LastLook(Instant at, int listed, int added, int withoutLink, Optional<Trouble> trouble) {

    /** What kept the look from its end, and what can be done. */
    public record Trouble(String reason, String message, String advice) {}
}

package org.webinararchiver.client;

import java.util.List;
import java.util.UUID;

/** What became of many links that were submitted together: each was accepted or refused. */
public record Batch(List<Accepted> accepted, List<Refused> refused) {
    public Batch {
        accepted = accepted == null ? List.of() : List.copyOf(accepted);
        refused = refused == null ? List.of() : List.copyOf(refused);
    }

    /**
     * A link that is a recording now.
     *
     * @param line where it stood in a list, from 1; 0 where it was no list
     * @param position where it stood among the submissions; 0 in a list
     */
    public record Accepted(int line, int position, UUID id, String link) {}

    /** A link, or a line, that is none, with the reason for programs and for people. */
    public record Refused(int line, int position, String text, String reason, String message) {}
}

package org.webinararchiver.api.audit;

import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.api.paging.Cursor;
import org.webinararchiver.api.paging.PageSize;
import org.webinararchiver.api.problem.QueryParameters;

/**
 * Which page of the audit log is asked for.
 *
 * @param from when, this included
 * @param until when, this excluded
 * @param after which entry, of the page before
 */
record AuditQuery(
        Optional<String> actor,
        Optional<Action> action,
        Optional<UUID> recording,
        Optional<OffsetDateTime> from,
        Optional<OffsetDateTime> until,
        Optional<UUID> after,
        int limit) {

    /** @throws jakarta.ws.rs.WebApplicationException when a parameter means nothing */
    static AuditQuery of(UriInfo uri) {
        var parameters = QueryParameters.of(uri, "actor", "action", "recording", "from", "until", "limit", "cursor");
        return new AuditQuery(
                parameters.one("actor"),
                parameters.one("action").map(AuditQuery::action),
                parameters.one("recording").map(AuditQuery::recording),
                parameters.one("from").map(text -> time("from", text)),
                parameters.one("until").map(text -> time("until", text)),
                parameters.one("cursor").map(text -> Cursor.of(text).last()),
                PageSize.of(parameters));
    }

    private static Action action(String word) {
        return Action.named(word).orElseThrow(() -> QueryParameters.refused("action", "is none that is noted"));
    }

    private static UUID recording(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.refused("recording", "is the id of a recording");
        }
    }

    private static OffsetDateTime time(String name, String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw QueryParameters.refused(name, "is a time such as 2026-01-31T12:00:00Z");
        }
    }
}

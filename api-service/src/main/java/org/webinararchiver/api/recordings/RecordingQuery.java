package org.webinararchiver.api.recordings;

import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.paging.Cursor;
import org.webinararchiver.api.paging.PageSize;
import org.webinararchiver.api.problem.QueryParameters;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.RecordingPages.Wanted;

/** Which page of a list is asked for. */
record RecordingQuery(Wanted wanted, Optional<Cursor> after, int limit) {
    private static final int LONGEST_TEXT = 200;

    /** @throws jakarta.ws.rs.WebApplicationException when a parameter means nothing */
    static RecordingQuery of(Caller caller, UriInfo uri) {
        var parameters = QueryParameters.of(uri, "state", "source", "text", "limit", "cursor");
        return new RecordingQuery(
                new Wanted(
                        caller.seesAll() ? Optional.empty() : Optional.of(caller.owner()),
                        states(parameters.all("state")),
                        text(parameters, "source"),
                        text(parameters, "text")),
                parameters.one("cursor").map(Cursor::of),
                PageSize.of(parameters));
    }

    private static Set<RecordingState> states(List<String> names) {
        var states = EnumSet.noneOf(RecordingState.class);
        for (var name : names) {
            states.add(Stream.of(RecordingState.values())
                    .filter(state -> state.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> QueryParameters.refused(
                            "state", "is one of %s".formatted(List.of(RecordingState.values())))));
        }
        return states;
    }

    private static Optional<String> text(QueryParameters parameters, String name) {
        var text = parameters.one(name);
        if (text.filter(RecordingQuery::isNoText).isPresent()) {
            throw QueryParameters.refused(name, "is a text of up to %d printable characters".formatted(LONGEST_TEXT));
        }
        return text;
    }

    private static boolean isNoText(String text) {
        return text.length() > LONGEST_TEXT || text.codePoints().anyMatch(Character::isISOControl);
    }
}

package org.webinararchiver.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What stands behind the question mark. A parameter that there is not is refused, as is one that is there twice. */
public final class QueryParameters {
    private final MultivaluedMap<String, String> values;

    private QueryParameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** @throws WebApplicationException when there are others than these */
    public static QueryParameters of(UriInfo uri, String... known) {
        var values = uri.getQueryParameters();
        if (!List.of(known).containsAll(values.keySet())) {
            throw Problem.badRequest(
                    "unknown-parameter",
                    "The address has a parameter that there is not.",
                    "There are: " + String.join(", ", new TreeSet<>(List.of(known))) + ".");
        }
        return new QueryParameters(values);
    }

    /** Its value, without blanks at its ends; empty when it is left out or blank. */
    public Optional<String> one(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw refused(name, "is there more than once");
        }
        return all.stream().findFirst();
    }

    /** All its values that are not blank. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A refusal of a value, in words that follow the parameter's name. */
    public static WebApplicationException refused(String name, String what) {
        return Problem.badRequest(
                "not-a-" + name, "The parameter %s %s.".formatted(name, what), "Correct it, or leave it out.");
    }
}

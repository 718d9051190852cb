package org.webinararchiver.api.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which scope a request needs. What no row tells needs the highest, so that a new path is closed until it has one. */
final class NeededScope {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");
    private static final String ID = "/[^/]+";

    private static final List<Row> ROWS = List.of(
            new Row(READING, "/api/v1/recordings(/.*)?", Scope.READ),
            new Row(POST, "/api/v1/recordings(/batch)?/?", Scope.SUBMIT),
            new Row(POST, "/api/v1/recordings" + ID + "/(cancel|retry|pause|resume|hold|release)/?", Scope.SUBMIT),
            new Row(READING, "/q/(openapi|swagger-ui)(/.*)?", Scope.READ));

    private record Row(Set<String> methods, Pattern path, Scope scope) {
        Row(Set<String> methods, String path, Scope scope) {
            this(methods, Pattern.compile(path), scope);
        }

        boolean isOf(String method, String path) {
            return methods.contains(method) && this.path.matcher(path).matches();
        }
    }

    private NeededScope() {}

    /**
     * @param method as in the request
     * @param path normalised, without a query
     */
    static Scope of(String method, String path) {
        return ROWS.stream()
                .filter(row -> row.isOf(method, path))
                .findFirst()
                .map(Row::scope)
                .orElse(Scope.ADMIN);
    }
}

package org.webinararchiver.api.paging;

import org.webinararchiver.api.problem.QueryParameters;

/** How many entries a page of a list has. */
public final class PageSize {
    public static final int USUAL = 50;
    public static final int MOST = 200;

    private PageSize() {}

    /** @throws jakarta.ws.rs.WebApplicationException when there is another limit than from 1 to the most */
    public static int of(QueryParameters parameters) {
        return parameters.one("limit").map(PageSize::of).orElse(USUAL);
    }

    private static int of(String text) {
        if (text.matches("[0-9]{1,3}")) {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw QueryParameters.refused("limit", "is a number from 1 to %d".formatted(MOST));
    }
}

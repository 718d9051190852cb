package org.webinararchiver.simulator.server;

import io.vertx.core.http.HttpServerRequest;

/**
 * Refuses media to whoever does not look like a browser that shows the recording's page, as MTS Link's media hosts do:
 * they want {@code Referer} and the {@code User-Agent} of a browser. Open to all until it is told.
 */
final class MediaDoor {
    private volatile boolean isForBrowsersOnly;

    void forBrowsersOnly() {
        isForBrowsersOnly = true;
    }

    void forAll() {
        isForBrowsersOnly = false;
    }

    boolean isShutTo(HttpServerRequest request, PathKind kind) {
        return isForBrowsersOnly && guards(kind) && !comesFromAPage(request);
    }

    private static boolean guards(PathKind kind) {
        return switch (kind) {
            case MEDIA, PLAYLIST, PIECE, HANDOUT -> true;
            case PAGE, METADATA, ORGANISATION, OTHER -> false;
        };
    }

    private static boolean comesFromAPage(HttpServerRequest request) {
        var page = request.getHeader("Referer");
        var agent = request.getHeader("User-Agent");
        return page != null
                && page.startsWith("http://" + request.authority() + "/")
                && agent != null
                && agent.startsWith("Mozilla/5.0 ");
    }
}

package org.webinararchiver.core.web;

import java.io.IOException;

/**
 * The web as a source may see it. An implementation refuses addresses that are not public, follows a bounded number of
 * redirects, and never sends a request's secrets to another host than the one they were meant for, nor without
 * encryption when they were meant for a connection with it.
 */
public interface Web {

    /**
     * Sends one GET request. The caller closes the answer.
     *
     * @throws ForbiddenAddress when the address, or one it redirects to, may not be asked
     * @throws NotAsked when nothing can be asked at present, for reasons that are not the address's own
     * @throws IOException when there is no whole answer in time
     */
    WebAnswer get(WebRequest request) throws IOException;
}

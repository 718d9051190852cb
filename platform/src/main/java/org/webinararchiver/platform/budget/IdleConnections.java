package org.webinararchiver.platform.budget;

/**
 * Connections that a client keeps open for its next request. The origin counts them like any other, so they must be
 * closed before somebody else is given their place.
 */
@FunctionalInterface
public interface IdleConnections {

    void close();
}

package org.webinararchiver.simulator.server;

import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * The connections to the simulator: how many there are, and how many it bears. MTS Link resets those past about five of
 * one client address; this does so past whatever number is set, and past none at first. Idle connections count.
 */
public final class Connections {
    private final Map<String, Integer> open = new HashMap<>();
    private int limit = Integer.MAX_VALUE;
    private int mostAtOnce;
    private long resets;

    /**
     * Resets from now on what comes while a client address has this many connections.
     *
     * @param mostOfOneClient 1 or more
     */
    public synchronized void limit(int mostOfOneClient) {
        if (mostOfOneClient < 1) {
            throw new IllegalArgumentException("a client has one connection or more: " + mostOfOneClient);
        }
        limit = mostOfOneClient;
    }

    synchronized void noLimit() {
        limit = Integer.MAX_VALUE;
    }

    /** How many connections of one client address there ever were at once, the one that was reset among them. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** How many connections were reset because they were too many. */
    public synchronized long resets() {
        return resets;
    }

    void opened(HttpConnection connection) {
        var client = connection.remoteAddress().hostAddress();
        if (isBorne(client)) {
            connection.closeHandler(closed -> leave(client));
        } else {
            reset(connection);
        }
    }

    private synchronized boolean isBorne(String client) {
        int withThis = open.getOrDefault(client, 0) + 1;
        mostAtOnce = Math.max(mostAtOnce, withThis);
        if (withThis > limit) {
            resets++;
            return false;
        }
        open.put(client, withThis);
        return true;
    }

    private synchronized void leave(String client) {
        open.merge(client, -1, Integer::sum);
    }

    /** With a linger of zero the system sends RST in place of FIN. */
    private static void reset(HttpConnection connection) {
        var channel = ((HttpServerConnection) connection).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}

package org.webinararchiver.testservices;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for programs that are told theirs before they start. They are below those that systems give to connections
 * (Linux: from 32768 on, others from 49152), of which one may be taken in the seconds until the program listens.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int BEYOND_LAST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One that nobody listens to, and that this program has given to nobody. */
    public static int next() {
        var chance = ThreadLocalRandom.current();
        var port = chance.nextInt(FIRST, BEYOND_LAST);
        while (!isFree(port) || !GIVEN.add(port)) {
            port = chance.nextInt(FIRST, BEYOND_LAST);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var listener = new ServerSocket(port)) {
            return listener.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

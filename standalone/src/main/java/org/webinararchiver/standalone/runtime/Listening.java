package org.webinararchiver.standalone.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the REST API listens, and for whom.
 *
 * @param host an address of this machine
 * @param port 0 for any that is free
 * @param open whether everybody may use it who may use the REST API; otherwise only who can read the data folder
 */
public record Listening(String host, int port, boolean open) {
    /** For other runs of this program on the same data folder. */
    public static final Listening FOR_OTHER_RUNS = new Listening("127.0.0.1", 0, false);

    /** The address at which this machine reaches it. */
    String reachedAt() throws UnknownHostException {
        return InetAddress.getByName(host).isAnyLocalAddress() ? FOR_OTHER_RUNS.host() : host;
    }
}

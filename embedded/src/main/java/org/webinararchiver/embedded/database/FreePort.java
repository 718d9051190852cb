package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of the loopback address on which nobody listens at this moment. PostgreSQL cannot look for one itself. */
final class FreePort {

    private FreePort() {}

    static int find() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(ServerSettings.ADDRESS), 0));
            return socket.getLocalPort();
        }
    }
}

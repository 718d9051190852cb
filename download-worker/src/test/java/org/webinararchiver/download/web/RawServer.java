package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A server on 127.0.0.1 that writes what is no whole answer, again and again until it is closed or left. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;

    private RawServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** Writes the beginning once and the rest for ever, with this pause after each time. */
    static RawServer answering(String beginning, String forEver, Duration pause) throws IOException {
        var server = new RawServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> server.serve(beginning, forEver, pause));
        return server;
    }

    private void serve(String beginning, String forEver, Duration pause) {
        try (var client = listening.accept()) {
            client.getOutputStream().write(beginning.getBytes(US_ASCII));
            while (!listening.isClosed()) {
                client.getOutputStream().write(forEver.getBytes(US_ASCII));
                LockSupport.parkNanos(pause.toNanos());
            }
        } catch (IOException e) {
            // Whoever asked has left.
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

package org.webinararchiver.platform.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Listens on loopback and begins to speak TLS with whoever comes; there is nothing behind it. */
final class StrangeServer implements AutoCloseable {
    private static final int REQUEST_FOR_ENCRYPTION = 8;

    private final ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final SSLContext context;
    private final boolean isPostgresql;

    private StrangeServer(SSLContext context, boolean isPostgresql) throws IOException {
        this.context = context;
        this.isPostgresql = isPostgresql;
        Thread.ofVirtual().start(this::listen);
    }

    static StrangeServer speaking(SSLContext context) throws IOException {
        return new StrangeServer(context, false);
    }

    /** One that is asked for TLS first, as PostgreSQL is. */
    static StrangeServer likePostgresql(SSLContext context) throws IOException {
        return new StrangeServer(context, true);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (var caller = listener.accept()) {
                shakeHands(caller);
            } catch (IOException refused) {
                // The caller did not like what it saw, or this server was closed.
            }
        }
    }

    private void shakeHands(Socket caller) throws IOException {
        if (isPostgresql) {
            caller.getInputStream().readNBytes(REQUEST_FOR_ENCRYPTION);
            caller.getOutputStream().write('S');
        }
        try (var encrypted = (SSLSocket) context.getSocketFactory().createSocket(caller, null, true)) {
            encrypted.startHandshake();
            encrypted.getInputStream().read();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

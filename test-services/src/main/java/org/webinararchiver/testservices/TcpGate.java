package org.webinararchiver.testservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server, on a port of loopback, that a test can shut and open again: then the server is away for those who
 * come this way, and for nobody else, whatever kind of server it is. Open at first.
 */
public final class TcpGate implements AutoCloseable {
    private final ServerSocket listener;
    private final String host;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    private TcpGate(ServerSocket listener, String host, int serverPort) {
        this.listener = listener;
        this.host = host;
        this.serverPort = serverPort;
    }

    /** @param server with a host and a port */
    public static TcpGate to(URI server) {
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var gate = new TcpGate(listener, server.getHost(), server.getPort());
            Thread.ofVirtual().start(gate::accept);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String host() {
        return listener.getInetAddress().getHostAddress();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The server's address by way of this gate. */
    public URI addressOf(URI server) {
        var toAuthority = server.getScheme() + "://";
        var afterAuthority = server.toString()
                .substring(toAuthority.length() + server.getRawAuthority().length());
        return URI.create(toAuthority + host() + ":" + port() + afterAuthority);
    }

    /** Breaks all connections, and every new one at once, until the gate is opened. */
    public void shut() {
        shut = true;
        open.forEach(TcpGate::reset);
    }

    public void open() {
        shut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        if (shut) {
            reset(client);
            return;
        }
        try {
            var server = new Socket(host, serverPort);
            open.add(server);
            if (shut) {
                reset(server);
            }
            Thread.ofVirtual().start(() -> pass(client, server));
            pass(server, client);
        } catch (IOException serverIsAway) {
            reset(client);
        }
    }

    /** Whoever ends first ends both: none of the protocols that pass here closes one direction alone. */
    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            reset(from);
            reset(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Closes it so that the other side sees a connection that broke, not one that ended. */
    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        shut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

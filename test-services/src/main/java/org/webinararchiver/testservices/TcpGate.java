package org.webinararchiver.testservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a server, on a port of loopback, on which a test can have all happen that happens on networks: the server is
 * away, silent or slow for those who come this way, and for nobody else, whatever kind of server it is. Open at first.
 */
public final class TcpGate implements AutoCloseable {
    private static final int BUFFER = 8_192;
    private static final int TURNS_A_SECOND = 10;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    /** How soon it is noticed that the other side of a silent connection is gone. */
    private static final long LOOK_MILLIS = 100;

    private final ServerSocket listener;
    private final String host;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object changed = new Object();
    private volatile Passage passage = new Passage.Open();

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
        let(new Passage.Shut());
    }

    public void open() {
        let(new Passage.Open());
    }

    /** From now on, until something else is wanted. What was held back while it was silent arrives then. */
    public void let(Passage wanted) {
        synchronized (changed) {
            passage = wanted;
            changed.notifyAll();
        }
        if (wanted instanceof Passage.Shut) {
            open.forEach(TcpGate::reset);
        }
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
        if (passage instanceof Passage.Shut) {
            reset(client);
            return;
        }
        try {
            var server = new Socket(host, serverPort);
            open.add(server);
            if (passage instanceof Passage.Shut) {
                reset(server);
            }
            Thread.ofVirtual().start(() -> pass(client, server, false));
            pass(server, client, true);
        } catch (IOException serverIsAway) {
            reset(client);
        }
    }

    /** Whoever ends first ends both: none of the protocols that pass here closes one direction alone. */
    private void pass(Socket from, Socket to, boolean isAnswer) {
        try (from;
                to) {
            var buffer = new byte[BUFFER];
            long passed = 0;
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                passed += read;
                if (isAnswer && passage instanceof Passage.Breaking(long bytes) && passed > bytes) {
                    reset(to);
                    return;
                }
                write(buffer, read, to);
            }
        } catch (IOException | InterruptedException broken) {
            reset(from);
            reset(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void write(byte[] buffer, int length, Socket to) throws IOException, InterruptedException {
        int written = 0;
        while (written < length) {
            awaitAVoice(to);
            int now = length - written;
            if (passage instanceof Passage.Slow(int bytesASecond)) {
                now = Math.min(now, bytesASecond / TURNS_A_SECOND);
                LockSupport.parkNanos(NANOS_A_SECOND / TURNS_A_SECOND);
            }
            to.getOutputStream().write(buffer, written, now);
            written += now;
        }
    }

    private void awaitAVoice(Socket to) throws InterruptedException {
        synchronized (changed) {
            while (passage instanceof Passage.Silent && !to.isClosed()) {
                changed.wait(LOOK_MILLIS);
            }
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

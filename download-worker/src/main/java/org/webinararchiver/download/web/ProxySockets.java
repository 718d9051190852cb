package org.webinararchiver.download.web;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets to a proxy. They tell a proxy that is not there from everything that fails behind it. */
final class ProxySockets extends SocketFactory {

    /** There is no connection to the proxy itself. */
    static final class NotThere extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        NotThere(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                try {
                    super.connect(address, timeout);
                } catch (IOException e) {
                    throw new NotThere(e);
                }
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unconnectedOnly();
    }

    private static UnsupportedOperationException unconnectedOnly() {
        return new UnsupportedOperationException("the client connects by itself");
    }
}

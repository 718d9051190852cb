package org.webinararchiver.download.web;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Notes whether a call has come through its proxy: only then there is a tunnel in which TLS is spoken. */
final class WayToOrigin extends EventListener {
    private volatile boolean isThrough;

    boolean hasLedThere() {
        return isThrough;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        isThrough = false;
    }

    @Override
    public void secureConnectStart(Call call) {
        isThrough = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        isThrough = connection.handshake() != null;
    }
}

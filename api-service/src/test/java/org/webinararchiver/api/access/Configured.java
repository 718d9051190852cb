package org.webinararchiver.api.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.webinararchiver.api.oidc.FakeIssuer;

/** A service that others can reach, which takes tokens, lets pages of one site in, and has limits for everybody. */
public final class Configured implements QuarkusTestProfile {
    static final String SITE = "https://site.example";
    static final int REQUESTS_A_MINUTE = 1000;

    /** Kept where both the test and the profile see it, whichever class loader they have. */
    private static final String PORT = "archiver.test.issuer-port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.host",
                "0.0.0.0",
                "quarkus.http.cors.enabled",
                "true",
                "quarkus.http.cors.origins",
                SITE,
                "archiver.limits.requests-a-minute",
                String.valueOf(REQUESTS_A_MINUTE),
                "archiver.limits.recordings-a-day",
                "2",
                "archiver.oidc.issuer",
                "http://127.0.0.1:" + port(),
                "archiver.oidc.audience",
                FakeIssuer.AUDIENCE);
    }

    static FakeIssuer startIssuer() throws IOException {
        return FakeIssuer.start(port());
    }

    private static int port() {
        synchronized (System.class) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, String.valueOf(free()));
            }
            return Integer.getInteger(PORT);
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.webinararchiver.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who can reach the API: nobody, programs of this machine, or others too. */
@ApplicationScoped
public class Listening {
    private final boolean toAnybody;
    private final String host;

    public Listening(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean toAnybody) {
        this.host = host;
        this.toAnybody = toAnybody;
    }

    /** False where there is no port. */
    boolean toAnybody() {
        return toAnybody;
    }

    /** Whether other machines can reach it, as far as the address tells; one that is not understood counts as yes. */
    boolean beyondLoopback() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }
}

package org.webinararchiver.testservices;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A server that is reached by way of a gate.
 *
 * @param withoutGate the settings that lead to it directly
 * @param settings the same by way of the gate
 */
public record GatedServer(Map<String, String> withoutGate, Map<String, String> settings, TcpGate gate)
        implements AutoCloseable {
    private static final String JDBC = "jdbc:";

    /**
     * Puts a gate before a server.
     *
     * @param address the name of the setting that holds its address, a URL of HTTP or JDBC
     */
    public static GatedServer of(Map<String, String> settings, String address) {
        var url = settings.get(address);
        var prefix = url.startsWith(JDBC) ? JDBC : "";
        var server = URI.create(url.substring(prefix.length()));
        var gate = TcpGate.to(server);
        var gated = new HashMap<>(settings);
        gated.put(address, prefix + gate.addressOf(server));
        return new GatedServer(settings, Map.copyOf(gated), gate);
    }

    @Override
    public void close() {
        gate.close();
    }
}

package org.webinararchiver.embedded.broker;

import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.SystemConfig;

/** How the broker is set up: {@code broker.json} beside this class, with the values that differ from start to start. */
final class BrokerConfiguration {

    static final String USER = "archiver";
    static final String VIRTUAL_HOST = "archiver";

    private BrokerConfiguration() {}

    /**
     * The attributes that the broker's launcher takes.
     *
     * <p>Both locations are given, for their defaults are {@code classpath:} addresses, which Java resolves through the
     * class loader of the system only: inside an application that is loaded by another one, the broker would not start.
     */
    static Map<String, Object> attributes(String host, String user, String password) {
        return Map.of(
                ConfiguredObject.TYPE,
                "Memory",
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                resource("broker.json"),
                SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
                resource("system.properties"),
                // The default writes a file into the working directory.
                "preferenceStoreAttributes",
                Map.of("type", "Noop"),
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                false,
                ConfiguredObject.CONTEXT,
                Map.of(
                        "archiver.host", host,
                        "archiver.user", user,
                        "archiver.password", password,
                        "archiver.virtualHost", VIRTUAL_HOST));
    }

    private static String resource(String name) {
        URL url = Objects.requireNonNull(BrokerConfiguration.class.getResource(name), name);
        return url.toExternalForm();
    }
}

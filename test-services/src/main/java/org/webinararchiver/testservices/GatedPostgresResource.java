package org.webinararchiver.testservices;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus application under test an empty database of its own, by way of a gate; a field of the test of type
 * {@link TcpGate} gets it.
 */
public final class GatedPostgresResource implements QuarkusTestResourceLifecycleManager {
    private GatedServer server;

    @Override
    public Map<String, String> start() {
        server = GatedServer.of(new PostgresResource().start(), "quarkus.datasource.jdbc.url");
        return server.settings();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server.gate(), new TestInjector.MatchesType(TcpGate.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}

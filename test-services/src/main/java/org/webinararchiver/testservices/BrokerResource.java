package org.webinararchiver.testservices;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus application under test a broker, which the other test classes of the JVM use as well. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestBroker.server().settings();
    }

    /** Does nothing: the broker is shared and ends with the JVM. */
    @Override
    public void stop() {}
}

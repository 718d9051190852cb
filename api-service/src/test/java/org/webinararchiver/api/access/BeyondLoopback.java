package org.webinararchiver.api.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** All addresses of this machine; tests ask by loopback. */
public final class BeyondLoopback implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.http.host", "0.0.0.0");
    }
}

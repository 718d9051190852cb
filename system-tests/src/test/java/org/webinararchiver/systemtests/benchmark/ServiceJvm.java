package org.webinararchiver.systemtests.benchmark;

import java.util.Map;

/** With what options services are run when what they do in containers is measured. */
final class ServiceJvm {
    /** As the API's image has them, with half of its 512 MB for objects. */
    static final Map<String, String> AS_IN_IMAGES =
            Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Xmx256m -XX:+UseSerialGC");

    private ServiceJvm() {}
}

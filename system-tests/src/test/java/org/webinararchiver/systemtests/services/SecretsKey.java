package org.webinararchiver.systemtests.services;

import java.security.SecureRandom;
import java.util.Base64;

/** The key that an operator makes for the services that handle session ids. */
final class SecretsKey {
    private static final int BYTES = 32;

    private SecretsKey() {}

    static String random() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}

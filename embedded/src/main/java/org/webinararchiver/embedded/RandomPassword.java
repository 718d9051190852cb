package org.webinararchiver.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that no person has to type. */
public final class RandomPassword {

    private static final int BYTES = 24;

    private RandomPassword() {}

    /** 192 random bits as 48 hexadecimal digits: nothing that a URL, JSON or SQL would need to escape. */
    public static String create() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package org.webinararchiver.platform.secret;

import java.util.UUID;

/** Where a sealed secret belongs: it opens nowhere else, so what is written here can never be changed. */
public final class Place {
    private Place() {}

    static String ofSecret(UUID recording, String name) {
        return recording + "/" + name;
    }

    /** Of the token that shows an organisation's list. */
    public static String ofToken(UUID organisation) {
        return "organisation/" + organisation + "/token";
    }
}

package org.webinararchiver.media.mp4;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that is equal for equal settings of a codec. */
final class ConfigurationHash {
    private static final int DIGITS = 24;

    private final MessageDigest digest;

    ConfigurationHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The name keeps equal bytes of different meaning apart. */
    void add(String name, byte[] settings) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(settings);
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}

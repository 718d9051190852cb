package org.webinararchiver.platform.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names content by itself, for keys of objects: the same bytes have the same name, and others another one. */
public final class ContentHash {
    private ContentHash() {}

    /** @param digits how many, hexadecimal, up to 64 */
    public static String of(byte[] content, int digits) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

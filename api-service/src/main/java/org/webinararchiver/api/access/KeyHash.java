package org.webinararchiver.api.access;

import java.security.MessageDigest;
import java.util.Arrays;

/** The hash of a key, compared in a time that does not tell how much of it is right. */
final class KeyHash {
    private final byte[] bytes;

    KeyHash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static KeyHash of(KeyText text) {
        return new KeyHash(text.hash());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}

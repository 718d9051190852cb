package org.webinararchiver.platform.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals secrets.
 *
 * @param id by which what it sealed is recognised: 16 hexadecimal digits, which say nothing of the key
 */
record SealKey(String id, SecretKeySpec key) {
    static final int ID_BYTES = 8;

    private static final int BYTES = 32;

    /**
     * Reads a key.
     *
     * @param whence names the place it is from, for whoever has to correct it
     * @throws IllegalArgumentException when it is none; its text is not in the message
     */
    static SealKey read(String base64, String whence) {
        var bytes = decoded(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    whence + " must be 32 random bytes in Base64; make them with: openssl rand -base64 32");
        }
        return new SealKey(idOf(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            return new byte[0]; // what it is instead is nobody's business, for it may be a key with a slip
        }
    }

    private static String idOf(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var named = mac.doFinal("webinar-archiver: name of a key".getBytes(US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(named, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return id;
    }
}

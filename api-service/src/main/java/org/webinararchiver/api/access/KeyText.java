package org.webinararchiver.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A key as its owner keeps it: {@code wa_} and 256 random bits in URL-safe Base64. */
final class KeyText {
    private static final String MARK = "wa_";
    private static final int BYTES = 32;
    private static final int SHOWN = 9;
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");

    private final String text;

    private KeyText(String text) {
        this.text = text;
    }

    static KeyText random(SecureRandom chance) {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new KeyText(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty when this cannot be a key. */
    static Optional<KeyText> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new KeyText(text)) : Optional.empty();
    }

    /** The whole of it, for its owner, once. */
    String secret() {
        return text;
    }

    /** Enough to tell keys apart, too little to guess one. */
    String beginning() {
        return text.substring(0, SHOWN);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Leaves out what opens. */
    @Override
    public String toString() {
        return beginning() + "…";
    }
}

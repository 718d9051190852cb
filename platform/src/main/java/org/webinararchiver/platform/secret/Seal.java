package org.webinararchiver.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.webinararchiver.core.secret.Secret;

/**
 * Seals secrets with AES-256-GCM. A sealed secret is bound to its place (whose it is and what it is called): moved
 * elsewhere, it does not open. There are two forms, both of which open:
 *
 * <ul>
 *   <li>version 1: one byte of version, 12 bytes of nonce, the encrypted text with its tag;
 *   <li>version 2: one byte of version, 8 bytes that name the key, and the rest as in version 1.
 * </ul>
 *
 * <p>Version 2 is written where there are several keys. With one key there is nothing to name, and services that know
 * version 1 alone go on beside this one while they are being replaced.
 */
final class Seal {
    private static final byte WITHOUT_NAME = 1;
    private static final byte WITH_NAME = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SealKey> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param keys one at least: the first one seals, all of them open */
    Seal(List<SealKey> keys) {
        this.keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nothing is sealed without a key");
        }
    }

    /** The key that seals. */
    SealKey first() {
        return keys.getFirst();
    }

    /** All that open, the one that seals first. */
    List<SealKey> keys() {
        return keys;
    }

    byte[] close(Secret secret, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var begin = keys.size() == 1 ? new byte[] {WITHOUT_NAME} : withName(first());
        try {
            var text = cipher(Cipher.ENCRYPT_MODE, first(), nonce, place)
                    .doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(begin.length + NONCE_BYTES + text.length)
                    .put(begin)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static byte[] withName(SealKey key) {
        return ByteBuffer.allocate(1 + SealKey.ID_BYTES)
                .put(WITH_NAME)
                .put(HexFormat.of().parseHex(key.id()))
                .array();
    }

    /** A secret, and the key that it was sealed with. */
    record Opened(Secret secret, SealKey by) {}

    /** @throws IllegalStateException when it was sealed with another key, for another place, or was changed */
    Secret open(byte[] sealed, String place) {
        return find(sealed, place)
                .orElseThrow(() -> new IllegalStateException(
                        "a stored secret does not open: neither archiver.secrets.key nor another key that is set is the"
                                + " one that it was sealed with"
                                + nameOfKey(sealed).map(" (%s)"::formatted).orElse("")))
                .secret();
    }

    /**
     * The same; empty when none of the keys opens it.
     *
     * @throws IllegalStateException when it has no form that is known
     */
    Optional<Opened> find(byte[] sealed, String place) {
        var name = nameOfKey(sealed);
        var from = name.isPresent() ? 1 + SealKey.ID_BYTES : 1;
        return keys.stream()
                .filter(key -> name.isEmpty() || name.get().equals(key.id()))
                .flatMap(key -> open(key, sealed, from, place).stream())
                .findFirst();
    }

    /**
     * The id of the key that it was sealed with; empty for a form that does not tell.
     *
     * @throws IllegalStateException when it has no form that is known
     */
    static Optional<String> nameOfKey(byte[] sealed) {
        if (!isSealed(sealed)) {
            throw new IllegalStateException("not a sealed secret of a known version");
        }
        return sealed[0] == WITHOUT_NAME
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(sealed, 1, 1 + SealKey.ID_BYTES));
    }

    /** Whether it has a form that is known. */
    static boolean isSealed(byte[] bytes) {
        return switch (bytes.length == 0 ? 0 : bytes[0]) {
            case WITHOUT_NAME -> bytes.length > 1 + NONCE_BYTES;
            case WITH_NAME -> bytes.length > 1 + SealKey.ID_BYTES + NONCE_BYTES;
            default -> false;
        };
    }

    private static Optional<Opened> open(SealKey key, byte[] sealed, int from, String place) {
        var bytes = ByteBuffer.wrap(sealed).position(from);
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var text = new byte[bytes.remaining()];
        bytes.get(text);
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(text);
            return Optional.of(new Opened(new Secret(new String(opened, StandardCharsets.UTF_8)), key));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SealKey key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

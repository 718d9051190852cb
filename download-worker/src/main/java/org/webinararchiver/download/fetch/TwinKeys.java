package org.webinararchiver.download.fetch;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece.Encryption;

/**
 * The keys of one twin's pieces (RFC 8216, section 4.3.2.4): fetched once each, and neither stored nor logged. For one
 * thread.
 */
final class TwinKeys {
    private static final int KEY_BYTES = 16;
    private static final String AES_128 = "AES/CBC/PKCS5Padding";

    private final TwinWeb web;
    private final Map<URI, SecretKeySpec> keys = new HashMap<>();

    TwinKeys(TwinWeb web) {
        this.web = web;
    }

    /** Makes ciphers for what is encrypted so; fetches the key where it was never fetched. */
    Ciphers of(Encryption encryption) throws FailureException, InterruptedException {
        var key = keys.get(encryption.key());
        if (key == null) {
            key = fetched(encryption.key());
            keys.put(encryption.key(), key);
        }
        return new Ciphers(key, new IvParameterSpec(HexFormat.of().parseHex(encryption.initialVector())));
    }

    /** Makes as many as there are attempts: one that has begun cannot begin anew. */
    static final class Ciphers {
        private final SecretKeySpec key;
        private final IvParameterSpec vector;

        private Ciphers(SecretKeySpec key, IvParameterSpec vector) {
            this.key = key;
            this.vector = vector;
        }

        Cipher next() {
            try {
                var cipher = Cipher.getInstance(AES_128);
                cipher.init(Cipher.DECRYPT_MODE, key, vector);
                return cipher;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES", e);
            }
        }
    }

    private SecretKeySpec fetched(URI url) throws FailureException, InterruptedException {
        return web.ask(url, Optional.empty(), (answer, body) -> {
            var bytes = body.readNBytes(KEY_BYTES + 1);
            if (bytes.length != KEY_BYTES) {
                throw new FailureException(new Failure.OfTask(
                        "no-key",
                        "%s answered something that is no key.".formatted(url),
                        "Open the recording in a browser; if this part is seen there, submit the link again later."));
            }
            return new SecretKeySpec(bytes, "AES");
        });
    }
}

package org.webinararchiver.sources.hls;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Bytes that are fetched with one request.
 *
 * @param url an absolute web address
 * @param part which bytes of it; absent for all
 * @param encryption with what it is encrypted; absent where it is not
 * @param lasting how long it is shown, zero for a description
 */
public record Piece(URI url, Optional<Part> part, Optional<Encryption> encryption, Duration lasting) {

    /**
     * Bytes of a file.
     *
     * @param offset of the first one, zero or more
     * @param length one or more
     */
    public record Part(long offset, long length) {
        public Part {
            if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
                throw new IllegalArgumentException("not a part: " + length + " bytes from byte " + offset);
            }
        }

        long end() {
            return offset + length;
        }
    }

    /**
     * AES-128 in CBC with PKCS #7 padding (RFC 8216, section 4.3.2.4).
     *
     * @param key where the key is fetched from, an absolute web address
     * @param initialVector 32 hexadecimal digits
     */
    public record Encryption(URI key, String initialVector) {
        public Encryption {
            Objects.requireNonNull(key);
            if (!initialVector.matches("[0-9a-f]{32}")) {
                throw new IllegalArgumentException("not an initial vector: " + initialVector);
            }
        }
    }

    public Piece {
        Objects.requireNonNull(url);
        Objects.requireNonNull(part);
        Objects.requireNonNull(encryption);
        Objects.requireNonNull(lasting);
    }
}

package org.webinararchiver.platform.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * What a store knows of an object besides its bytes.
 *
 * @param key the name it is stored under
 * @param size in bytes
 * @param etag changes whenever the object is stored anew; opaque, and comparable only within one store
 * @param storedAt by the store's clock, to the second at least
 */
public record StoredObject(String key, long size, String etag, Instant storedAt) {
    public StoredObject {
        Objects.requireNonNull(key);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(storedAt);
    }
}

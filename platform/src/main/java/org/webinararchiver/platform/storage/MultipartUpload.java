package org.webinararchiver.platform.storage;

import java.util.Objects;

/**
 * An object that is being stored in parts. Two strings are all of it, so that any process can write them down and
 * another one continue.
 *
 * @param key what the object will be stored under
 * @param id what the store calls this upload
 */
public record MultipartUpload(String key, String id) {
    public MultipartUpload {
        ObjectKey.require(key);
        Objects.requireNonNull(id);
    }
}

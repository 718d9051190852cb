package org.webinararchiver.platform.storage;

/**
 * The store answers but does not do what it was asked: wrong credentials, no such bucket, a key that cannot be stored.
 * Trying again does not help; somebody has to look at the configuration.
 */
public final class StoreRefused extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public StoreRefused(String message) {
        this(message, null);
    }

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.webinararchiver.platform.storage;

/**
 * The store does not answer, breaks off, or is too busy: an outage that says nothing about the object and that may be
 * over when the request is repeated.
 */
public final class StoreUnreachable extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public StoreUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}

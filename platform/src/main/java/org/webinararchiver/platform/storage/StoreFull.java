package org.webinararchiver.platform.storage;

/** The store has no room for more, or a quota of ours is used up. */
public final class StoreFull extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public StoreFull(String message) {
        super(message, null);
    }
}

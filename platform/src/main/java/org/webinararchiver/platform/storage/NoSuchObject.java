package org.webinararchiver.platform.storage;

/** Nothing is stored under this key. */
public final class NoSuchObject extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public NoSuchObject(String key) {
        super("There is no object " + key, null);
    }
}

package org.webinararchiver.platform.storage;

/** A range was asked for that the object does not hold whole. */
public final class RangeOutsideObject extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public RangeOutsideObject(String key, long offset, long length) {
        super("The object " + key + " does not hold " + length + " bytes from byte " + offset, null);
    }
}

package org.webinararchiver.platform.storage;

/** The stream that was to be stored does not have the length that was announced. Nothing was stored. */
public final class WrongLength extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    private WrongLength(String message) {
        super(message, null);
    }

    static WrongLength tooShort(String key, long length, long read) {
        return new WrongLength("The bytes of " + key + " end after " + read + " of " + length);
    }

    static WrongLength tooLong(String key, long length) {
        return new WrongLength("There are more than the announced " + length + " bytes of " + key);
    }
}

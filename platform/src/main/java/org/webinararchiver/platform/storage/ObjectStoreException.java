package org.webinararchiver.platform.storage;

import java.io.IOException;

/**
 * What a store says about a request, apart from a stream or a disk that broke. Which kind it is decides what helps: a
 * store that is {@linkplain StoreUnreachable unreachable} may answer later, the others will say the same again.
 */
public abstract sealed class ObjectStoreException extends IOException
        permits NoSuchObject,
                NoSuchUpload,
                RangeOutsideObject,
                StoreRefused,
                StoreUnreachable,
                UnusableParts,
                WrongLength {

    private static final long serialVersionUID = 1;

    ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

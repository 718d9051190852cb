package org.webinararchiver.platform.storage;

import java.io.IOException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;

/**
 * What a store says about a request, apart from a stream or a disk that broke. Which kind it is decides what helps: a
 * store that is {@linkplain StoreUnreachable unreachable} may answer later, the others will say the same again.
 */
public abstract sealed class ObjectStoreException extends IOException
        permits NoSuchObject,
                NoSuchUpload,
                RangeOutsideObject,
                StoreFull,
                StoreRefused,
                StoreUnreachable,
                UnusableParts,
                WrongLength {

    private static final long serialVersionUID = 1;

    ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What this means for the work that met it. A store that does not let us in would not let in anybody's work. */
    public Failure failure() {
        return switch (this) {
            case StoreUnreachable away ->
                new Failure.OurOutage(
                        "storage-away",
                        getMessage(),
                        "Look whether the object store is up; the work goes on by itself when it is.",
                        Remedy.TIME);
            case StoreFull full ->
                new Failure.OurOutage(
                        "storage-full",
                        getMessage(),
                        "Make room in the object store, or give us more of it; the work goes on by itself then.",
                        Remedy.OPERATOR);
            case StoreRefused refused ->
                new Failure.OurOutage(
                        "storage-refuses",
                        getMessage(),
                        "Correct the archiver.storage settings, or what the store allows; the work goes on by itself then.",
                        Remedy.OPERATOR);
            case NoSuchObject lost -> broken();
            case NoSuchUpload lost -> broken();
            case RangeOutsideObject lost -> broken();
            case UnusableParts lost -> broken();
            case WrongLength lost -> broken();
        };
    }

    private Failure broken() {
        return new Failure.Retryable(
                "storage-differs",
                getMessage(),
                "Look whether somebody else changes what is in the object store, then submit the link again.");
    }
}

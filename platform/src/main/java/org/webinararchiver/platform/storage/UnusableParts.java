package org.webinararchiver.platform.storage;

/**
 * A multipart upload cannot be completed from these parts: one is not stored as listed, is out of order, or is too
 * small without being the last.
 */
public final class UnusableParts extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public UnusableParts(MultipartUpload upload, String why) {
        this(upload, why, null);
    }

    public UnusableParts(MultipartUpload upload, String why, Throwable cause) {
        super("The upload of " + upload.key() + " cannot be completed: " + why, cause);
    }
}

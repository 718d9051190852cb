package org.webinararchiver.platform.storage;

/**
 * This multipart upload is not under way: it was completed, aborted, or given up by the store as too old. The object
 * itself may be there, when the answer to an earlier completion was lost.
 */
public final class NoSuchUpload extends ObjectStoreException {
    private static final long serialVersionUID = 1;

    public NoSuchUpload(MultipartUpload upload) {
        super("There is no multipart upload " + upload.id() + " of " + upload.key() + " under way", null);
    }
}

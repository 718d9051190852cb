package org.webinararchiver.platform.storage;

import java.util.Objects;

/**
 * A part that the store has received.
 *
 * @param number from 1 to {@link MultipartUploads#MOST_PARTS}, the part's place in the object
 * @param etag the store's receipt, needed to complete the upload; opaque
 */
public record UploadedPart(int number, String etag) {
    public UploadedPart {
        MultipartUploads.requirePartNumber(number);
        Objects.requireNonNull(etag);
    }
}

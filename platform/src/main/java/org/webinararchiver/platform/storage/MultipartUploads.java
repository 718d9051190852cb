package org.webinararchiver.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Storing one object in parts that arrive in any order, from any number of threads and processes. The object appears
 * when the upload is completed, whole, and not before.
 *
 * <p>An upload that is neither completed nor aborted is removed by the store some time after (a directory and MinIO: a
 * day; elsewhere as the bucket's lifecycle says), after which it is a {@link NoSuchUpload}.
 *
 * <p>The limits are those of Amazon S3: see "Amazon S3 multipart upload limits" in its user guide.
 */
public interface MultipartUploads {

    /** Bytes that every part but the last has at least: 5 MiB. */
    int SMALLEST_PART = 5 * 1024 * 1024;

    /**
     * Bytes of a part at most: 64 MiB, well below what S3 allows, because a part is held in memory while it is sent.
     */
    int LARGEST_PART = 64 * 1024 * 1024;

    /** The number of the last part that an upload may have. */
    int MOST_PARTS = 10_000;

    /** Begins an upload. An object that is already stored under the key stays until the upload is completed. */
    MultipartUpload start(String key) throws IOException;

    /**
     * Stores one part, whole or not at all. A part that is stored again replaces the earlier one. The caller closes the
     * stream; an exception of the stream itself is passed on as it is.
     *
     * @param number the part's place, from 1 to {@link #MOST_PARTS}; the numbers need not be without gaps
     * @param length in bytes, from 1 to {@link #LARGEST_PART}
     * @throws NoSuchUpload when the upload is no longer under way; some servers only say so when it is completed
     * @throws WrongLength when the stream has fewer or more bytes
     */
    UploadedPart put(MultipartUpload upload, int number, InputStream bytes, long length) throws IOException;

    /**
     * Makes the object from the given parts and ends the upload. Some servers remember what they have completed and
     * answer a repetition as they did the first time; others no longer know the upload.
     *
     * @param parts in ascending order of their numbers, at least one; parts that are not named are dropped
     * @throws NoSuchUpload when the upload is no longer under way; an answer may have been lost, so look for the object
     * @throws UnusableParts when the parts are not those that were stored, or one before the last is too small
     */
    StoredObject complete(MultipartUpload upload, List<UploadedPart> parts) throws IOException;

    /** Ends the upload and drops its parts. Aborting one that is not under way does nothing. */
    void abort(MultipartUpload upload) throws IOException;

    /** Refuses a number that no part can have. */
    static void requirePartNumber(int number) {
        if (number < 1 || number > MOST_PARTS) {
            throw new IllegalArgumentException("a part's number is from 1 to " + MOST_PARTS + ": " + number);
        }
    }

    /** Refuses a length that no part can have. */
    static void requirePartLength(long length) {
        if (length < 1 || length > LARGEST_PART) {
            throw new IllegalArgumentException("a part has 1 to " + LARGEST_PART + " bytes: " + length);
        }
    }

    /** Refuses an empty list of parts and one that is not in ascending order. */
    static void requireOrder(MultipartUpload upload, List<UploadedPart> parts) throws UnusableParts {
        if (parts.isEmpty()) {
            throw new UnusableParts(upload, "no part is named");
        }
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).number() <= parts.get(i - 1).number()) {
                throw new UnusableParts(upload, "part " + parts.get(i).number() + " is out of order");
            }
        }
    }
}

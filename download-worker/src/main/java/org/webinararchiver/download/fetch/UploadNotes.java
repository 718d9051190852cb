package org.webinararchiver.download.fetch;

import java.util.Optional;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.upload.Upload;

/**
 * What is written down of the upload of one large file, so that any worker can go on with it. Only the holder of the
 * task can write; whoever lost it gets an exception that ends the work.
 */
interface UploadNotes {

    /** The upload that is under way, if there is one. */
    Optional<Upload> underWay();

    /** An upload was begun, in place of the one before. */
    Upload begun(MultipartUpload place, FileVersion version, long partLength);

    /** One more part is stored. Called from several threads. */
    void stored(Upload upload, UploadedPart part);

    /** The upload is of no use; it is aborted some time later. */
    void abandoned();
}

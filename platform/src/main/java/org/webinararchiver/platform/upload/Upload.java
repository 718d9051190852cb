package org.webinararchiver.platform.upload;

import java.util.List;
import java.util.UUID;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.UploadedPart;

/**
 * A large file on its way into the store, as any worker may go on with it.
 *
 * @param place what the store knows it by
 * @param validator by which the origin recognises the version that the parts are of
 * @param length of the whole file in bytes
 * @param partLength of every part but the last, in bytes
 * @param parts that are stored, by ascending number
 */
public record Upload(
        UUID id, MultipartUpload place, String validator, long length, long partLength, List<UploadedPart> parts) {
    public Upload {
        parts = List.copyOf(parts);
    }
}

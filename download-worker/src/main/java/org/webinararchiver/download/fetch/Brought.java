package org.webinararchiver.download.fetch;

import java.util.Optional;

/**
 * A file that has come. It lies in the object store, unless a look into it found nothing that could be used.
 *
 * @param objectKey the object that it is
 * @param bytes its length
 * @param finding what a look into it told; empty when nobody has looked
 */
record Brought(String objectKey, long bytes, Optional<Finding> finding) {

    /** It is in the store, whatever it is. */
    static Brought unseen(String objectKey, long bytes) {
        return new Brought(objectKey, bytes, Optional.empty());
    }

    /** Whether a look has told that nothing can be made of it. */
    boolean isUseless() {
        return finding.filter(Finding.Useless.class::isInstance).isPresent();
    }
}

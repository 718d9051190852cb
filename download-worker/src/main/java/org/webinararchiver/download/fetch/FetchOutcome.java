package org.webinararchiver.download.fetch;

import org.webinararchiver.core.failure.Failure;

/** What has become of a segment. */
sealed interface FetchOutcome {

    /** Its bytes are in the object store. */
    record Stored(String objectKey, long bytes) implements FetchOutcome {}

    /** They are not; the failure tells whether another attempt may help. */
    record Failed(Failure failure) implements FetchOutcome {}
}

package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a recording has come. */
public enum RecordingState {
    PENDING,
    DOWNLOADING,
    DOWNLOADED,
    PROCESSING,
    PROCESSED,
    UPLOADING,
    UPLOADED,
    FAILED,
    SKIPPED,
    CANCELLED,

    /** One that this client does not know: the server is newer. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether nothing will happen to it any more unless somebody asks. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, DOWNLOADING, DOWNLOADED, PROCESSING, UPLOADING, UNKNOWN -> false;
            case PROCESSED, UPLOADED, FAILED, SKIPPED, CANCELLED -> true;
        };
    }
}

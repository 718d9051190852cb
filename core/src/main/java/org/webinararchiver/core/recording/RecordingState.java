package org.webinararchiver.core.recording;

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
    CANCELLED;

    /** Whether nothing will happen to it any more unless somebody asks. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, DOWNLOADING, DOWNLOADED, PROCESSING, UPLOADING -> false;
            case PROCESSED, UPLOADED, FAILED, SKIPPED, CANCELLED -> true;
        };
    }
}

package org.webinararchiver.core.recording;

/** How whole a finished recording is. */
public enum Outcome {
    /** Everything that the platform held is there. */
    COMPLETE,
    /** The file is good, but something that belongs into it could not be had; the recording lists what and when. */
    COMPLETE_WITH_GAPS
}

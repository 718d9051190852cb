package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How whole a finished recording is. */
public enum Outcome {
    /** Everything that the platform held is there. */
    COMPLETE,
    /** The file is good, but something that belongs into it could not be had; the recording lists what and when. */
    COMPLETE_WITH_GAPS,

    /** One that this client does not know: the server is newer. */
    @JsonEnumDefaultValue
    UNKNOWN
}

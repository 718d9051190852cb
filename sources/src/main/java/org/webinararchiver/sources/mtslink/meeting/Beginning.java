package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;

/** That something of this owner begins at this moment. */
record Beginning(MediaOwner owner, Duration at) {

    static Beginning of(MediaFile file) {
        return new Beginning(file.owner(), file.at());
    }
}

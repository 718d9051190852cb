package org.webinararchiver.sources.mtslink.log;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When webinars take place; a time outside is a clock gone wrong. */
final class Years {
    static final OffsetDateTime FIRST = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    static final OffsetDateTime LAST = OffsetDateTime.of(2200, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Years() {}

    static boolean include(OffsetDateTime time) {
        return !time.isBefore(FIRST) && time.isBefore(LAST);
    }
}

package org.webinararchiver.api.access;

/**
 * How much somebody may do; 0 where there is no limit.
 *
 * @param requestsAMinute of each service
 * @param recordingsADay on which work is begun, of UTC
 * @param recordingsUnderWay at once
 */
record Limits(int requestsAMinute, int recordingsADay, int recordingsUnderWay) {
    static final Limits NONE = new Limits(0, 0, 0);

    static Limits configured(LimitSettings settings) {
        return new Limits(settings.requestsAMinute(), settings.recordingsADay(), settings.recordingsUnderWay());
    }
}

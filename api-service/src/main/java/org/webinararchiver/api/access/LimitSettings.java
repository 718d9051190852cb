package org.webinararchiver.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a key may do that has no limits of its own, and whoever shows a token; 0 where there is no limit. */
@ConfigMapping(prefix = "archiver.limits")
public interface LimitSettings {

    /** Requests that each service answers, on average; so many may also come at once. */
    @WithDefault("0")
    int requestsAMinute();

    /** Recordings on which work is begun, a day of UTC. */
    @WithDefault("0")
    int recordingsADay();

    /** Recordings that are under way at once. */
    @WithDefault("0")
    int recordingsUnderWay();
}

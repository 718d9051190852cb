package org.webinararchiver.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How objects of the store that nothing points to are collected. */
@ConfigMapping(prefix = "archiver.orphans")
public interface OrphanSettings {

    /**
     * How old an object that nothing points to must be to be removed, by the store's time; an hour at least, whatever
     * is set.
     */
    @WithDefault("P1D")
    Duration age();

    /** How often all objects are looked through; each time the whole bucket is listed. */
    @WithDefault("PT6H")
    Duration look();
}

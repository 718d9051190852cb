package org.webinararchiver.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How objects that nothing points to are collected. */
@ConfigMapping(prefix = "archiver.orphans")
public interface OrphanSettings {

    /** How old an object must be, by the store's time; an hour at least. */
    @WithDefault("P1D")
    Duration age();

    /** How often all objects are looked through. */
    @WithDefault("PT6H")
    Duration look();
}

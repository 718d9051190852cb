package org.webinararchiver.platform.room;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much room there has to be, beside the settings of the store. */
@ConfigMapping(prefix = "archiver.storage")
public interface RoomSettings {

    /**
     * What is to stay free on the disk of a directory store, such as {@code 2G}. On the disk of the scratch space it is
     * this, or a tenth of that disk where it is small.
     */
    @WithDefault("2G")
    MemorySize leastFree();
}

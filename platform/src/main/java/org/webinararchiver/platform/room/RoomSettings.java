package org.webinararchiver.platform.room;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much room there has to be on disks. */
@ConfigMapping(prefix = "archiver.storage")
public interface RoomSettings {

    /**
     * What is to stay free on the disk of a directory store. Nothing is submitted, fetched or compiled while less is
     * free. On the disk of the scratch space it is this, or a tenth of that disk where that is less.
     */
    @WithDefault("2G")
    MemorySize leastFree();
}

package org.webinararchiver.platform.scratch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where workers keep what they need on the way. */
@ConfigMapping(prefix = "archiver")
public interface ScratchSettings {

    /**
     * A folder of this worker's own, on a disk with room for the recordings that it is at; nothing in it need survive.
     * How much room: [operations.md](operations.md#sizing).
     */
    @WithDefault("${java.io.tmpdir}/webinar-archiver")
    Path scratch();
}

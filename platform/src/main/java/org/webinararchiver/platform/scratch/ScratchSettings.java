package org.webinararchiver.platform.scratch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where workers keep what they need on the way. In the environment: {@code ARCHIVER_SCRATCH}. */
@ConfigMapping(prefix = "archiver")
public interface ScratchSettings {

    /** A folder of this worker's own, on a disk with room for a recording; nothing in it need survive. */
    @WithDefault("${java.io.tmpdir}/webinar-archiver")
    Path scratch();
}

package org.webinararchiver.sources;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a recording's description is read. In the environment: {@code ARCHIVER_METADATA_MOST_BYTES}. */
@ConfigMapping(prefix = "archiver.metadata")
public interface MetadataSettings {

    /** Bytes of one description, before which a platform that never ends is not believed; 512 MiB. */
    @WithDefault("536870912")
    long mostBytes();
}

package org.webinararchiver.sources;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a recording's description is read. */
@ConfigMapping(prefix = "archiver.metadata")
public interface MetadataSettings {

    /** Bytes of one description at most (usually 512 MiB); of a platform that sends more the recording fails. */
    @WithDefault("536870912")
    long mostBytes();
}

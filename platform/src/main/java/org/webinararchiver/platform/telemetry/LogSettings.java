package org.webinararchiver.platform.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is written. */
@ConfigMapping(prefix = "archiver.log")
public interface LogSettings {

    /** Whether each line is a JSON object that names recording and task, from when the service has started. */
    @WithDefault("false")
    boolean json();
}

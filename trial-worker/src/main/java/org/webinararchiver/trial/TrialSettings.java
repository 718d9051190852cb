package org.webinararchiver.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a trial worker works. */
@ConfigMapping(prefix = "archiver.trial")
public interface TrialSettings {

    /** Tasks that are done at once. */
    @WithDefault("4")
    int atOnce();

    /** How long each task takes. */
    @WithDefault("PT0S")
    Duration work();
}

package org.webinararchiver.platform.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recordings that are stuck are looked for, and what is over is put away. */
@ConfigMapping(prefix = "archiver.reconciler")
public interface ReconcilerSettings {

    /** How often it is looked. */
    @WithDefault("PT30S")
    Duration interval();

    /**
     * How long the tasks of a recording that has ended stay in the database one by one; after that only sums are kept
     * of them.
     */
    @WithDefault("PT1H")
    Duration keepEndedTasks();
}

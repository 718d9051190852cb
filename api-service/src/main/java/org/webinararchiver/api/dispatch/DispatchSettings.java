package org.webinararchiver.api.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How due tasks are announced to the workers. */
@ConfigMapping(prefix = "archiver.dispatch")
public interface DispatchSettings {

    /** How often to look for tasks that have become due by time; new ones are announced at once. */
    @WithDefault("PT1S")
    Duration interval();

    /** How many tasks of a kind may be announced and not taken yet; so many messages a queue has at most. */
    @WithDefault("200")
    int depth();

    /** After how long to announce a task again that nobody took. */
    @WithDefault("PT30S")
    Duration again();

    /** How long to leave a broker alone that did not take an announcement. */
    @WithDefault("PT2S")
    Duration pauseAfterFailure();
}

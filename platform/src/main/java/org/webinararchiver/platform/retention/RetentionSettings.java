package org.webinararchiver.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is removed when it is old; nothing is, where nothing is set. A recording that is held is never touched. */
@ConfigMapping(prefix = "archiver.retention")
public interface RetentionSettings {

    /** How long after its end a recording that was finished is kept, with its files; for ever where it is not set. */
    Optional<Duration> recordings();

    /** The same of one that failed or was cancelled. */
    Optional<Duration> failed();

    /**
     * The same of the media that a finished file was made of. Slides and documents stay; another file of the recording
     * begins with fetching the media again.
     */
    Optional<Duration> segments();

    /** How often it is looked. */
    @WithDefault("PT1H")
    Duration look();
}

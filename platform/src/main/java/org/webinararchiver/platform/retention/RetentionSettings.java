package org.webinararchiver.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is removed when it is old. Nothing is, where nothing is set. A recording that is held is never touched. */
@ConfigMapping(prefix = "archiver.retention")
public interface RetentionSettings {

    /** How long after its end a recording that was finished is kept, with its files; for ever where it is not set. */
    Optional<Duration> recordings();

    /** How long after its end a recording that failed or was cancelled is kept; for ever where it is not set. */
    Optional<Duration> failed();

    /**
     * How long after its end the media that a finished file was made of are kept; for ever where it is not set. Slides
     * and documents stay; another file of the recording begins with fetching the media again.
     */
    Optional<Duration> segments();

    /** How often it is looked for what is old enough. */
    @WithDefault("PT1H")
    Duration look();
}

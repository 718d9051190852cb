package org.webinararchiver.platform.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the lists of organisations are looked at. */
@ConfigMapping(prefix = "archiver.organisations")
public interface OrganisationSettings {

    /** How often a worker asks whether a look is due. */
    @WithDefault("PT2S")
    Duration poll();

    /** How long the platform may take for a page of a list; one that is slower is asked again later. */
    @WithDefault("PT40S")
    Duration page();

    /** How long after a page a worker may be silent before another one goes on; longer than a page may take. */
    @WithDefault("PT55S")
    Duration lease();

    /** How many records of one list are read at most; one that is longer is taken for one that never ends. */
    @WithDefault("1000000")
    int mostRecords();

    /**
     * How many days before the last look the next one begins. A recording may come into the list days after the event
     * that it is listed under.
     */
    @WithDefault("7")
    int overlapDays();

    /** How long a list is left alone after the platform did not answer; each time twice as long. */
    @WithDefault("PT30S")
    Duration pause();

    /** The longest pause after the platform did not answer. */
    @WithDefault("PT1H")
    Duration longestPause();
}

package org.webinararchiver.api.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is known who did what. */
@ConfigMapping(prefix = "archiver.audit")
public interface AuditSettings {

    /** For how long an entry is kept; a day at least. */
    @WithDefault("P400D")
    Duration keep();

    /** How often it is looked which entries are older. */
    @WithDefault("PT1H")
    Duration look();

    /** What is refused again within this time is noted once, with how often it was. */
    @WithDefault("PT10S")
    Duration refusals();
}

package org.webinararchiver.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.webinararchiver.sources.mtslink.MtsLinkHosts;
import org.webinararchiver.sources.mtslink.MtsLinkSource;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;

/** Makes the sources for the services that need them. */
@ApplicationScoped
public class SourcesProducer {

    /** Every source, at the platforms' public addresses. */
    public static Sources standard() {
        return within(MetadataLimits.STANDARD);
    }

    private static Sources within(MetadataLimits limits) {
        return new Sources(List.of(new MtsLinkSource(MtsLinkHosts.PUBLIC, limits, Clock.systemUTC())));
    }

    @Produces
    @Singleton
    Sources known(MetadataSettings settings) {
        return within(MetadataLimits.STANDARD.withBytes(settings.mostBytes()));
    }
}

package org.webinararchiver.platform.catalog;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The real source of ids; a test may pass another. */
@ApplicationScoped
public class IdentifiersProducer {

    @Produces
    @ApplicationScoped
    Identifiers timeOrdered() {
        return Generators.timeBasedEpochGenerator()::generate;
    }
}

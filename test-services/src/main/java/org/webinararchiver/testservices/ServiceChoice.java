package org.webinararchiver.testservices;

import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes the first offer that is open, and says which. */
final class ServiceChoice {
    private static final Logger LOG = Logger.getLogger(ServiceChoice.class);

    private final Optional<ServiceKind> forced;

    ServiceChoice(Optional<ServiceKind> forced) {
        this.forced = forced;
    }

    /**
     * Chooses among the offers in their order; among those of the forced kind, when one is.
     *
     * @throws IllegalStateException when none is open
     */
    <A> A choose(String service, List<Offer<A>> offers) {
        for (var offer : offers) {
            if (forced.isEmpty() || forced.get() == offer.kind()) {
                var found = offer.search().get();
                if (found.isPresent()) {
                    LOG.infof("%s for tests: %s", service, found.get().description());
                    return found.get().address();
                }
            }
        }
        throw new IllegalStateException("There is no " + service + " for tests"
                + forced.map(kind -> ", and TEST_SERVICES allows only " + kind).orElse(""));
    }
}

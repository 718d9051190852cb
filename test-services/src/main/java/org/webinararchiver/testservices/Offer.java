package org.webinararchiver.testservices;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One way to come by a service.
 *
 * @param search starts or finds the service; empty when this way is not open on this machine
 */
record Offer<A>(ServiceKind kind, Supplier<Optional<Found<A>>> search) {

    /**
     * A service that answers.
     *
     * @param description for a line in the log, for example {@code container postgres:17}
     */
    record Found<A>(String description, A address) {}
}

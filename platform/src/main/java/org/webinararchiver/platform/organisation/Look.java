package org.webinararchiver.platform.organisation;

import java.net.URI;
import java.util.UUID;
import org.webinararchiver.core.organisation.Period;

/**
 * A look at an organisation's list that a worker has taken.
 *
 * @param owner whose recordings they become
 * @param api where the list is
 * @param offset where in the list to go on
 * @param fence the number of this holder; one with a later number has taken the look over
 */
public record Look(UUID organisation, String owner, String name, URI api, Period period, int offset, long fence) {

    Look at(int next) {
        return new Look(organisation, owner, name, api, period, next, fence);
    }
}

package org.webinararchiver.platform.organisation;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.webinararchiver.core.secret.Secret;

/**
 * What somebody tells of an organisation.
 *
 * @param name as its people call it
 * @param api where its list is
 * @param token shows the list
 * @param since the first day whose recordings are wanted
 * @param every how long after a look the next one is due
 */
public record Registration(String name, URI api, Secret token, LocalDate since, Duration every) {
    public Registration {
        Objects.requireNonNull(name);
        Objects.requireNonNull(api);
        Objects.requireNonNull(token);
        Objects.requireNonNull(since);
        if (!every.isPositive()) {
            throw new IllegalArgumentException("looks lie apart: " + every);
        }
    }
}

package org.webinararchiver.platform.catalog;

import java.util.UUID;

/** Where new ids come from. Ids of version 7 (RFC 9562) grow with time, which keeps indexes compact. */
@FunctionalInterface
public interface Identifiers {
    UUID next();
}

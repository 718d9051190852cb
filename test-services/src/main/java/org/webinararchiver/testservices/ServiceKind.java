package org.webinararchiver.testservices;

import java.util.Locale;
import java.util.Optional;

/** Where a service for tests comes from, in the order in which they are tried. */
public enum ServiceKind {
    /** Somebody started it and gives its address in variables. */
    ENVIRONMENT,
    /** Docker runs it from an image that is on this machine already. */
    CONTAINERS,
    /** It runs in this program or beside it, and needs no installation. */
    EMBEDDED;

    /** The one that {@code TEST_SERVICES} asks for; empty when any will do. */
    static Optional<ServiceKind> forced(Variables variables) {
        return variables.find("TEST_SERVICES").map(name -> valueOf(name.toUpperCase(Locale.ROOT)));
    }

    /** What this program wrote down of a service; where it wrote nothing, somebody else gave the address. */
    static ServiceKind read(String name, Variables variables) {
        return variables.find(name).map(ServiceKind::valueOf).orElse(ENVIRONMENT);
    }
}

package org.webinararchiver.testservices;

import java.util.Optional;
import java.util.function.Function;

/**
 * Settings of whoever runs the tests, by names such as {@code TEST_POSTGRES_URL}.
 *
 * @param lookup gives null for what is not set
 */
record Variables(Function<String, String> lookup) {

    /** Those of this program: a system property goes before an environment variable of the same name. */
    static Variables ofThisProgram() {
        return new Variables(name -> System.getProperty(name, System.getenv(name)));
    }

    /** An empty variable counts as none. */
    Optional<String> find(String name) {
        return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A variable that must be there because another one is. */
    String require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is missing in the environment"));
    }
}

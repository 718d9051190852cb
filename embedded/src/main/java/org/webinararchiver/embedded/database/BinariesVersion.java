package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of the PostgreSQL that was built in.
 *
 * @param full names the folder that it is unpacked to, for example 17.11.0
 */
record BinariesVersion(String full) {

    /** As the build wrote it down. */
    static BinariesVersion builtIn() {
        var properties = new Properties();
        try (var in = BinariesVersion.class.getResourceAsStream("binaries.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new BinariesVersion(properties.getProperty("version"));
    }

    /** The part that decides which clusters it can open: the content of a cluster's file {@code PG_VERSION}. */
    String major() {
        return full.substring(0, full.indexOf('.'));
    }
}

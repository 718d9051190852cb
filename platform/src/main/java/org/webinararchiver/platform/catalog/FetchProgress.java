package org.webinararchiver.platform.catalog;

/**
 * How many of a recording's segments are there.
 *
 * @param total all of them
 * @param stored in the object store
 * @param missing given up
 * @param bytes of those that are stored
 */
public record FetchProgress(long total, long stored, long missing, long bytes) {

    /** Of a recording of which nothing is known yet. */
    public static final FetchProgress NOTHING = new FetchProgress(0, 0, 0, 0);
}

package org.webinararchiver.download.fetch;

/**
 * A file that has come into the object store, whatever it is.
 *
 * @param objectKey the object that it is
 * @param bytes its length
 */
record Brought(String objectKey, long bytes) {}

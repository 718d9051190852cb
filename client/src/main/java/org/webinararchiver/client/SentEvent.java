package org.webinararchiver.client;

/**
 * An event as the server sent it.
 *
 * @param id of the latest one that had an id; empty when none had
 */
record SentEvent(String id, String name, String data) {}

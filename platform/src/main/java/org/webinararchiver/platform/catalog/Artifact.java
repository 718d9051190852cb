package org.webinararchiver.platform.catalog;

/** A finished file: where it is in the object store, and its size. */
public record Artifact(String key, long bytes) {}

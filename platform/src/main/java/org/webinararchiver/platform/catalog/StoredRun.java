package org.webinararchiver.platform.catalog;

import org.webinararchiver.core.manifest.TwinRun;

/** A run of a twin, and the key of the object that holds it. */
public record StoredRun(TwinRun run, String objectKey) {}

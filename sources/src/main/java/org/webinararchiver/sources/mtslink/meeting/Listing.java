package org.webinararchiver.sources.mtslink.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that a snapshot says is running.
 *
 * @param file at the place of the snapshot
 * @param begunAt when the file really began, where the platform tells
 * @param takenAt when the snapshot was taken, by the same clock
 */
public record Listing(MediaFile file, Optional<Instant> begunAt, Optional<Instant> takenAt) {}

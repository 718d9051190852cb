package org.webinararchiver.client;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * A finished file of a recording.
 *
 * @param name unique within its recording, for example {@code video_720p.mp4}
 * @param duration how long it lasts; null for what does not
 * @param url where it can be had, as the server knows itself
 */
public record Artifact(
        String name, String mediaType, long bytes, Duration duration, String url, OffsetDateTime createdAt) {}

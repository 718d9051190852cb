package org.webinararchiver.platform.budget;

import java.time.Duration;

/**
 * How connections are leased.
 *
 * @param heartbeat how often a worker that uses connections renews its leases and tells what it found out
 * @param lease how long what a silent worker held is kept from others; a few heartbeats
 */
public record LeaseTimes(Duration heartbeat, Duration lease) {

    /** Shorter than the time that a halved budget takes to settle, so that everybody has heard of it by then. */
    public static final LeaseTimes DEFAULT = new LeaseTimes(Duration.ofSeconds(2), Duration.ofSeconds(10));

    public LeaseTimes {
        if (!heartbeat.isPositive() || lease.compareTo(heartbeat) <= 0) {
            throw new IllegalArgumentException(
                    "a lease lasts longer than a heartbeat: %s, %s".formatted(lease, heartbeat));
        }
    }
}

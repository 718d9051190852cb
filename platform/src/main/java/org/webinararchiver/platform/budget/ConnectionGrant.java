package org.webinararchiver.platform.budget;

import java.time.Duration;

/**
 * What a worker may have open, until its lease runs out.
 *
 * @param connections zero or more
 * @param rest how long nothing is begun; zero when there is no need to wait
 */
record ConnectionGrant(int connections, Duration rest) {}

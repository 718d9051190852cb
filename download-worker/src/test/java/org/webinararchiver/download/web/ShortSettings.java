package org.webinararchiver.download.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings that wait short enough for a test.
 *
 * @param allowed may be asked although they are not public
 */
record ShortSettings(List<String> allowed, Duration readTimeout) implements WebSettings {

    /** With more patience than a test that succeeds ever needs. */
    static ShortSettings allowing(String... hosts) {
        return new ShortSettings(List.of(hosts), Duration.ofSeconds(20));
    }

    @Override
    public Optional<List<String>> allowPrivateHosts() {
        return Optional.of(allowed);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(20);
    }
}

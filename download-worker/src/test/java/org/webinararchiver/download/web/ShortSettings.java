package org.webinararchiver.download.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings that wait short enough for a test.
 *
 * @param allowed may be asked although they are not public
 */
record ShortSettings(List<String> allowed, Duration readTimeout, Duration answerTimeout, Optional<String> proxy)
        implements WebSettings {

    /** With more patience than a test that succeeds ever needs. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    static ShortSettings allowing(String... hosts) {
        return new ShortSettings(List.of(hosts), PATIENT, PATIENT, Optional.empty());
    }

    ShortSettings withReadTimeout(Duration time) {
        return new ShortSettings(allowed, time, answerTimeout, proxy);
    }

    ShortSettings withAnswerTimeout(Duration time) {
        return new ShortSettings(allowed, readTimeout, time, proxy);
    }

    ShortSettings through(String webProxy) {
        return new ShortSettings(allowed, readTimeout, answerTimeout, Optional.of(webProxy));
    }

    @Override
    public Optional<List<String>> allowPrivateHosts() {
        return Optional.of(allowed);
    }

    @Override
    public Duration connectTimeout() {
        return PATIENT;
    }

    @Override
    public Way web() {
        return new ShortWay(proxy, Optional.empty());
    }

    record ShortWay(Optional<String> proxy, Optional<List<String>> noProxy) implements Way {}
}

package org.webinararchiver.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which archiver is asked, and how patiently.
 *
 * @param archiver its address, for example {@code http://localhost:8080}
 * @param apiKey what an archiver wants that listens beyond loopback
 * @param headers that are sent with each request
 * @param attempts how often a request is tried that can be repeated, one or more
 * @param firstPause before the second attempt; doubled before each further one
 * @param answer how long a request may wait for its answer
 * @param silence after how much time without a word a stream of events is taken for broken; the server says something
 *     each 15 seconds
 * @param look how often to look at a recording where the server has no events
 */
public record ClientSettings(
        URI archiver,
        Optional<String> apiKey,
        Map<String, String> headers,
        int attempts,
        Duration firstPause,
        Duration answer,
        Duration silence,
        Duration look) {
    public ClientSettings {
        Objects.requireNonNull(archiver);
        Objects.requireNonNull(apiKey);
        headers = Map.copyOf(headers);
        if (attempts < 1) {
            throw new IllegalArgumentException("A request is tried once or more often, not " + attempts + " times.");
        }
    }

    public static ClientSettings of(URI archiver) {
        return new ClientSettings(
                archiver,
                Optional.empty(),
                Map.of(),
                5,
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofSeconds(45),
                Duration.ofSeconds(1));
    }

    public ClientSettings withApiKey(String key) {
        return new ClientSettings(archiver, Optional.of(key), headers, attempts, firstPause, answer, silence, look);
    }

    public ClientSettings withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new ClientSettings(archiver, apiKey, more, attempts, firstPause, answer, silence, look);
    }

    /** With the first pause between them; none is tried again where there is one attempt. */
    public ClientSettings withAttempts(int most, Duration pause) {
        return new ClientSettings(archiver, apiKey, headers, most, pause, answer, silence, look);
    }

    public ClientSettings withAnswerWithin(Duration most) {
        return new ClientSettings(archiver, apiKey, headers, attempts, firstPause, most, silence, look);
    }

    public ClientSettings withSilence(Duration most) {
        return new ClientSettings(archiver, apiKey, headers, attempts, firstPause, answer, most, look);
    }

    public ClientSettings withLooksEvery(Duration time) {
        return new ClientSettings(archiver, apiKey, headers, attempts, firstPause, answer, silence, time);
    }

    /** Leaves the headers and the key out, which may be secret. */
    @Override
    public String toString() {
        return "ClientSettings[archiver=" + archiver + "]";
    }
}

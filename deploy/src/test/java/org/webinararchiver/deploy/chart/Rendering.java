package org.webinararchiver.deploy.chart;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The chart with the values of {@code src/test/resources/values}; what must hold of it must hold of all of these. */
public enum Rendering {
    DEFAULTS,
    EVERYTHING,
    EXTERNAL_SERVERS,
    ONE_OF_EACH,
    WATCHED;

    private static final Map<Rendering, Documents> RENDERED = new ConcurrentHashMap<>();

    public Documents documents() {
        return RENDERED.computeIfAbsent(this, values -> StrictYaml.read(Chart.rendered(values.file())));
    }

    public Path file() {
        var name = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
        try {
            return Path.of(Objects.requireNonNull(Rendering.class.getResource("/values/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.webinararchiver.deploy.observability;

import static java.util.stream.Collectors.toCollection;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheus.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures that the sources of the services register, by the names that Prometheus gets to see. */
final class RegisteredFigures {
    private static final List<String> MODULES =
            List.of("platform", "sources", "api-service", "download-worker", "compile-worker");
    private static final Pattern NAME = Pattern.compile("\"(archiver\\.[a-z.]+)\"");
    private static final Pattern REGISTRATION = Pattern.compile(
            "(FunctionCounter|Counter|Timer|MultiGauge|Gauge)\\.builder\\(\\s*" + NAME.pattern() + "(.*?)\\.register\\("
                    + "|registry\\s*\\.(counter)\\(\\s*" + NAME.pattern()
                    + "|(gauge)\\(registry, " + NAME.pattern(),
            Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("\\.baseUnit\\(\"([a-z]+)\"\\)");
    private static final PrometheusNamingConvention CONVENTION = new PrometheusNamingConvention();

    private RegisteredFigures() {}

    static TreeSet<String> names() throws IOException {
        var names = new TreeSet<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    names.addAll(namesIn(Files.readString(file)));
                }
            }
        }
        return names;
    }

    /**
     * Those of a file.
     *
     * @throws AssertionError when it has a name that is registered in a way which is not known here
     */
    static List<String> namesIn(String source) {
        if (!source.contains("import io.micrometer.")) {
            return List.of();
        }
        var registered = new ArrayList<String>();
        var literals = new ArrayList<String>();
        var found = REGISTRATION.matcher(source);
        while (found.find()) {
            literals.add(first(found, 2, 5, 7));
            registered.add(name(found));
        }
        var all = NAME.matcher(source).results().map(name -> name.group(1)).collect(toCollection(ArrayList::new));
        if (!all.equals(literals)) {
            throw new AssertionError("of the figures %s only %s are understood".formatted(all, literals));
        }
        return registered;
    }

    private static String name(Matcher registration) {
        var type =
                switch (first(registration, 1, 4, 6)) {
                    case "FunctionCounter", "Counter", "counter" -> Meter.Type.COUNTER;
                    case "Timer" -> Meter.Type.TIMER;
                    case "MultiGauge", "Gauge", "gauge" -> Meter.Type.GAUGE;
                    case String other -> throw new AssertionError(other);
                };
        var unit = UNIT.matcher(registration.group(3) == null ? "" : registration.group(3));
        return CONVENTION.name(first(registration, 2, 5, 7), type, unit.find() ? unit.group(1) : null);
    }

    private static String first(Matcher found, int... groups) {
        return Arrays.stream(groups)
                .mapToObj(found::group)
                .filter(text -> text != null)
                .findFirst()
                .orElseThrow();
    }
}

package org.webinararchiver.deploy.observability;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.webinararchiver.deploy.observability.Figure.Shape;

/** What there is to ask Prometheus for: what the table in docs/operations.md lists, and what Prometheus adds. */
public final class Figures {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z_]+)` \\|([^|]*)\\|[^|]*\\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("`([a-z]+)`");

    /** What every figure gets on its way, in Compose or in a cluster. */
    private static final Set<String> OF_WHO_TELLS = Set.of("instance", "service", "job", "namespace", "pod");

    private static final Figure OF_ALERTS = new Figure("ALERTS", Set.of("alertname", "alertstate"), Shape.NUMBER);

    private static final Map<String, Set<String>> KNOWN = Stream.concat(
                    documented().stream().flatMap(Figure::parts), Stream.of(OF_ALERTS))
            .collect(toMap(Figure::name, Figure::labels));

    private Figures() {}

    static List<Figure> documented() {
        try {
            return ROW.matcher(Files.readString(OperationsDocument.PATH))
                    .results()
                    .map(Figures::figure)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(MatchResult row) {
        var labels = LABEL.matcher(row.group(2))
                .results()
                .map(label -> label.group(1))
                .collect(toSet());
        var shape = row.group(3).endsWith("a histogram")
                ? Shape.HISTOGRAM
                : row.group(3).endsWith("a summary") ? Shape.SUMMARY : Shape.NUMBER;
        return new Figure(row.group(1), labels, shape);
    }

    public static boolean has(String name) {
        return KNOWN.containsKey(name);
    }

    /** Whether a figure may be chosen or told apart by this label. */
    public static boolean has(String name, String label) {
        return OF_WHO_TELLS.contains(label)
                || KNOWN.getOrDefault(name, Set.of()).contains(label);
    }
}

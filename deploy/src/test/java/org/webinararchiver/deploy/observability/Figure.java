package org.webinararchiver.deploy.observability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that services tell, as it is listed in the documentation.
 *
 * @param shape what Prometheus gets of it
 */
record Figure(String name, Set<String> labels, Shape shape) {

    /** A number, or what is told of many of them. */
    enum Shape {
        NUMBER(""),
        SUMMARY("_count", "_sum", "_max"),
        HISTOGRAM("_bucket", "_count", "_sum", "_max");

        private final List<String> suffixes;

        Shape(String... suffixes) {
            this.suffixes = List.of(suffixes);
        }
    }

    /** The names by which it can be asked for, each as a number. */
    Stream<Figure> parts() {
        return shape.suffixes.stream()
                .map(suffix -> new Figure(name + suffix, suffix.equals("_bucket") ? with("le") : labels, Shape.NUMBER));
    }

    private Set<String> with(String label) {
        var more = new HashSet<>(labels);
        more.add(label);
        return more;
    }
}

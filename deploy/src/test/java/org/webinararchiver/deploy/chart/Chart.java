package org.webinararchiver.deploy.chart;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** The chart, as Helm sees it. */
public final class Chart {
    public static final String RELEASE = "school";
    public static final String NAMESPACE = "archive";
    public static final Path FOLDER = Path.of("helm", "webinar-archiver").toAbsolutePath();

    private static final Path FOR_ANY_CLUSTER = forAnyCluster();

    private Chart() {}

    /**
     * What would be sent to a cluster.
     *
     * @throws IllegalStateException when Helm refuses the values, with what it says about them
     */
    public static String rendered(Path values) {
        return new Helm(FOR_ANY_CLUSTER)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withValuesFile(values)
                .call();
    }

    /** What Helm tells whoever has installed it. */
    public static String notes(Path values) {
        var told = new Helm(FOR_ANY_CLUSTER)
                .install()
                .clientOnly()
                .dryRun()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withValuesFile(values)
                .call()
                .getOutput();
        return told.substring(told.indexOf("NOTES:"));
    }

    /** A copy that does not say how new a cluster must be: the library takes every cluster for Kubernetes 1.20. */
    private static Path forAnyCluster() {
        try {
            var copy = Path.of("target", "chart").toAbsolutePath();
            FileUtils.deleteDirectory(copy.toFile());
            FileUtils.copyDirectory(FOLDER.toFile(), copy.toFile());
            var about = copy.resolve("Chart.yaml");
            Files.write(
                    about,
                    Files.readAllLines(about).stream()
                            .filter(line -> !line.startsWith("kubeVersion:"))
                            .toList());
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.webinararchiver.deploy.observability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.webinararchiver.deploy.chart.Chart;

/** In the profile {@code observability} of Compose, everybody finds what is looked for. */
class ProvisioningTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path OBSERVABILITY = REPOSITORY.resolve("deploy/observability");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    @Test
    void grafanaFindsTheChartsDashboards() {
        var provider = Compose.yaml("deploy/observability/grafana/provisioning/dashboards/archiver.yml")
                .path("providers")
                .path(0);
        assertThat(Compose.seenAs(
                        "grafana", provider.path("options").path("path").asText()))
                .hasValue(Dashboard.FOLDER);
        assertThat(Compose.seenAs("grafana", "/etc/grafana/provisioning"))
                .hasValue(OBSERVABILITY.resolve("grafana/provisioning"));
    }

    @Test
    void prometheusFindsTheChartsAlerts() {
        var files = Compose.yaml("deploy/observability/prometheus.yml").path("rule_files");
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(Compose.seenAs("prometheus", file.asText()))
                        .hasValue(Chart.FOLDER.resolve("files/alerts.yml")));
    }

    @Test
    void whatIsNotWrittenIntoDataSourcesGrafanaIsTold() throws IOException {
        var sources = Files.readString(OBSERVABILITY.resolve("grafana/provisioning/datasources/archiver.yml"));
        var variables = VARIABLE.matcher(sources)
                .results()
                .map(variable -> variable.group(1))
                .collect(toSet());
        assertThat(variables)
                .contains("POSTGRES_READER_PASSWORD")
                .allSatisfy(variable -> assertThat(
                                Compose.service("grafana").path("environment").has(variable))
                        .as(variable)
                        .isTrue());
    }

    @Test
    void theReaderIsMadeByTheFileThatIsTestedWithThePasswordThatGrafanaHas() {
        var reader = Compose.service("reader");
        assertThat(reader.path("entrypoint"))
                .last()
                .satisfies(file -> assertThat(
                                Compose.seenAs("reader", file.asText().replace("--file=", "")))
                        .hasValue(REPOSITORY.resolve(ReaderDatabase.SCRIPT).normalize()));
        assertThat(reader.path("environment").path("POSTGRES_READER_PASSWORD"))
                .isEqualTo(Compose.service("grafana").path("environment").path("POSTGRES_READER_PASSWORD"));
    }

    @Test
    void grafanaNeverGetsThePasswordOfTheOwner() {
        assertThat(Compose.service("grafana").toString()).doesNotContain("${POSTGRES_PASSWORD");
    }
}

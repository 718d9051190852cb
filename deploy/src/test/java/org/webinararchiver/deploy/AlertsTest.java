package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.deploy.chart.Chart;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.chart.Values;
import org.webinararchiver.deploy.crd.PrometheusRule;
import org.webinararchiver.deploy.crd.PrometheusRule.Alert;

/** Alerts ask for metrics that there are, and say what to do. */
class AlertsTest {
    private static final Set<String> METRICS = Set.of(
            "archiver_tasks_total",
            "archiver_task_duration_seconds",
            "archiver_tasks_due",
            "archiver_tasks_due_age_seconds",
            "archiver_tasks_leased",
            "archiver_fetched_bytes_total",
            "archiver_budget_connections",
            "archiver_task_retries_total",
            "archiver_rendered_seconds_total",
            "archiver_render_cpu_seconds_total",
            "archiver_scratch_bytes",
            "archiver_recordings",
            "archiver_recordings_ended_total",
            "archiver_recording_duration_seconds",
            "archiver_dead_letters",
            "archiver_credentials_expiring");

    private static final Pattern SELECTED = Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)\\s*\\{([^}]*)}");
    private static final Pattern METRIC = Pattern.compile("archiver_[a-z_]+");

    static List<Alert> alerts() {
        return Rendering.EVERYTHING
                .documents()
                .of(PrometheusRule.class)
                .getFirst()
                .alerts();
    }

    @Test
    void thereIsOneForEverythingThatAnOperatorHasToKnow() {
        assertThat(alerts().stream().flatMap(AlertsTest::metrics).collect(Collectors.toSet()))
                .contains(
                        "archiver_tasks_due_age_seconds",
                        "archiver_tasks_total",
                        "archiver_recordings_ended_total",
                        "archiver_dead_letters",
                        "archiver_scratch_bytes",
                        "archiver_tasks_due",
                        "archiver_credentials_expiring",
                        "archiver_recordings");
        assertThat(alerts()).extracting(Alert::alert).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void asksForMetricsThatThereAreAndOfThisReleaseAlone(Alert alert) {
        assertThat(METRICS).containsAll(metrics(alert).toList());
        var selected = SELECTED.matcher(alert.expr()).results().toList();
        assertThat(selected).hasSameSizeAs(metrics(alert).toList()).allSatisfy(selection -> {
            assertThat(METRICS).contains(selection.group(1));
            assertThat(selection.group(2)).contains("namespace=\"" + Chart.NAMESPACE + "\"");
        });
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void isWrittenAsPrometheusReadsIt(Alert alert) {
        for (var pair : List.of("()", "{}", "[]")) {
            assertThat(alert.expr()
                            .chars()
                            .filter(each -> each == pair.charAt(0))
                            .count())
                    .as("%s in %s", pair, alert.expr())
                    .isEqualTo(alert.expr()
                            .chars()
                            .filter(each -> each == pair.charAt(1))
                            .count());
        }
        assertThat(alert.expr()).doesNotContain("<no value>", "%!", "\n");
        assertThat(alert.lasting()).matches("[0-9]+[mh]");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void saysHowBadItIsAndWhatToDo(Alert alert) {
        assertThat(alert.labels()).containsKey("severity");
        assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook");
        assertThat(alert.annotations().get("runbook").length()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void namesOnlyValuesThatTheChartHas(Alert alert) throws IOException {
        var values = Values.read();
        assertThat(values.namedIn(alert.annotations().get("runbook")))
                .allSatisfy(name -> assertThat(values.have(name)).as(name).isTrue());
    }

    private static Stream<String> metrics(Alert alert) {
        return METRIC.matcher(alert.expr()).results().map(MatchResult::group);
    }
}

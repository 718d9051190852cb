package org.webinararchiver.deploy;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.deploy.chart.Chart;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.chart.StrictYaml;
import org.webinararchiver.deploy.chart.Values;
import org.webinararchiver.deploy.crd.PrometheusRule;
import org.webinararchiver.deploy.crd.PrometheusRule.Alert;
import org.webinararchiver.deploy.crd.PrometheusRule.Spec;
import org.webinararchiver.deploy.observability.Figures;
import org.webinararchiver.deploy.observability.OperationsDocument;
import org.webinararchiver.deploy.observability.PromQl;
import org.webinararchiver.deploy.observability.PromQl.Selection;

/** Alerts ask for figures that there are, are the same for whoever reads them, and lead to what is to be done. */
class AlertsTest {
    private static final Path FILE = Chart.FOLDER.resolve("files").resolve("alerts.yml");
    private static final Pattern LIMIT = Pattern.compile("([0-9.]+) # ([A-Za-z]+)");
    private static final Pattern LABEL = Pattern.compile("\\$labels\\.([a-z]+)");
    private static final Pattern IN_CODE = Pattern.compile("`([^`\\n]+)`");

    /** What says who told a figure, where nothing is summed up. */
    private static final Set<String> OF_WHO_TELLS = Set.of("pod", "instance");

    @TempDir
    private Path folder;

    /** As Prometheus reads them, with Compose. */
    static List<Alert> alerts() {
        try {
            var spec = new YAMLMapper().readValue(FILE.toFile(), Spec.class);
            return spec.groups().stream()
                    .flatMap(group -> group.rules().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Alert> alertsOfTheChart() {
        return alertsIn(Rendering.WATCHED.documents().of(PrometheusRule.class));
    }

    private static List<Alert> alertsIn(List<PrometheusRule> rules) {
        assertThat(rules).hasSize(1);
        return rules.getFirst().alerts();
    }

    @Test
    void thereIsOneForEverythingThatAnOperatorHasToKnow() {
        assertThat(alerts().stream().flatMap(AlertsTest::figures).collect(toSet()))
                .contains(
                        "archiver_tasks_due_age_seconds",
                        "archiver_tasks_total",
                        "archiver_recordings_ended_total",
                        "archiver_dead_letters",
                        "archiver_store_full",
                        "archiver_scratch_bytes",
                        "archiver_tasks_due",
                        "archiver_credentials_expiring",
                        "archiver_recordings");
        assertThat(alerts()).extracting(Alert::alert).doesNotHaveDuplicates();
    }

    /** Which are run by hand, since they need a program of Prometheus. */
    @Test
    void eachIsAmongItsOwnTests() throws IOException {
        var tests = new YAMLMapper()
                .readTree(Path.of("observability", "alerts-test.yml").toFile());
        assertThat(tests.findValuesAsText("alertname"))
                .containsAll(alerts().stream().map(Alert::alert).toList());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void asksForFiguresThatThereAreByLabelsThatTheyHave(Alert alert) {
        assertThat(PromQl.of(alert.expr()).selections())
                .isNotEmpty()
                .allSatisfy(selection -> assertThat(Figures.has(selection.figure()))
                        .as(selection.figure())
                        .isTrue())
                .allSatisfy(selection -> assertThat(selection.asked().keySet())
                        .as(selection.figure())
                        .allMatch(label -> Figures.has(selection.figure(), label)));
    }

    @ParameterizedTest
    @MethodSource("alertsOfTheChart")
    void ofTheChartAsksForFiguresOfItsReleaseAlone(Alert alert) {
        assertThat(PromQl.of(alert.expr()).selections())
                .isNotEmpty()
                .extracting(Selection::asked)
                .allSatisfy(asked -> assertThat(asked).containsEntry("namespace", "=\"" + Chart.NAMESPACE + "\""));
    }

    @ParameterizedTest
    @MethodSource("alertsOfTheChart")
    void ofTheChartIsOtherwiseTheOneThatPrometheusReads(Alert alert) {
        var read = byName(alerts()).get(alert.alert());
        assertThat(alert).usingRecursiveComparison().ignoringFields("expr").isEqualTo(read);
        assertThat(withoutNamespace(alert.expr()))
                .isEqualTo(LIMIT.matcher(read.expr()).replaceAll("$1"));
        assertThat(alertsOfTheChart()).hasSameSizeAs(alerts());
    }

    @Test
    void limitsAreThoseOfTheValues() throws IOException {
        var limits = Values.read()
                .all()
                .path("monitoring")
                .path("prometheusRule")
                .path("thresholds")
                .properties();
        var written = LIMIT.matcher(Files.readString(FILE))
                .results()
                .collect(toMap(limit -> limit.group(2), limit -> limit.group(1)));
        assertThat(written)
                .isEqualTo(limits.stream()
                        .collect(toMap(
                                Map.Entry::getKey, limit -> limit.getValue().asText())));
    }

    @Test
    void otherValuesAreOtherLimits() throws IOException {
        var alerts =
                byName(alertsIn(StrictYaml.read(Chart.rendered(Files.writeString(folder.resolve("values.yaml"), """
                monitoring:
                  prometheusRule:
                    enabled: true
                    thresholds:
                      {backlogSeconds: 2000000, failedTasksShare: 0.11, failedRecordingsShare: 0.12, scratchShare: 1}
                """)))
                        .of(PrometheusRule.class)));
        assertThat(alerts.get("WebinarArchiverBacklogIsOld").expr()).endsWith(" > 2e+06");
        assertThat(alerts.get("WebinarArchiverTasksFail").expr())
                .contains(" > 0.11\n")
                .contains(" > 10");
        assertThat(alerts.get("WebinarArchiverRecordingsFail").expr()).contains(" > 0.12\n");
        assertThat(alerts.get("WebinarArchiverScratchIsNearlyFull").expr()).endsWith(" > 1");
        assertThat(alerts.values()).allSatisfy(alert -> assertThat(alert.expr()).doesNotContain("#"));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void saysHowBadItIsAndOfWhom(Alert alert) {
        assertThat(alert.labels()).containsKey("severity");
        assertThat(alert.lasting()).matches("[0-9]+[mh]");
        assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook");
        var grouped = PromQl.of(alert.expr()).grouped();
        assertThat(LABEL.matcher(alert.annotations().toString()).results().map(label -> label.group(1)))
                .allMatch(label ->
                        grouped.contains(label) || (OF_WHO_TELLS.contains(label) && grouped.equals(Set.of("kind"))));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void leadsToASectionThatSaysWhatToDo(Alert alert) throws IOException {
        assertThat(OperationsDocument.runbooks())
                .hasEntrySatisfying(
                        alert.annotations().get("runbook"),
                        section -> assertThat(section.length()).isGreaterThan(250));
        assertThat(alert.annotations().get("runbook")).endsWithIgnoringCase("#" + alert.alert());
    }

    @Test
    void noSectionIsOfAnAlertThatThereIsNot() throws IOException {
        assertThat(OperationsDocument.runbooks().keySet())
                .containsExactlyElementsOf(alerts().stream()
                        .map(alert -> alert.annotations().get("runbook"))
                        .toList());
    }

    @Test
    void sectionsNameOnlyValuesThatTheChartHas() throws IOException {
        var values = Values.read();
        var named = OperationsDocument.runbooks().values().stream()
                .flatMap(section -> IN_CODE.matcher(section).results())
                .flatMap(code -> values.namedIn(code.group(1)));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(values.have(name)).as(name).isTrue());
    }

    private static Map<String, Alert> byName(List<Alert> alerts) {
        return alerts.stream().collect(toMap(Alert::alert, Function.identity()));
    }

    private static String withoutNamespace(String expression) {
        var namespace = "namespace=\"%s\"".formatted(Chart.NAMESPACE);
        return expression.replace("{" + namespace + "}", "").replace(namespace + ",", "");
    }

    private static Stream<String> figures(Alert alert) {
        return PromQl.of(alert.expr()).selections().stream().map(Selection::figure);
    }
}

package org.webinararchiver.deploy.observability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.deploy.observability.PromQl.Selection;

/** Dashboards ask for what there is, of whom there is, and say what they show. */
class DashboardsTest {
    private static final Dashboard HEALTH = Dashboard.read("health.json");
    private static final Dashboard RECORDING = Dashboard.read("recording.json");

    /** Those that come with Grafana: nothing is fetched. */
    private static final Set<String> TYPES = Set.of("row", "stat", "timeseries", "table", "state-timeline");

    private static final Pattern TO_DASHBOARD = Pattern.compile("/d/([\\w-]+)");
    private static final Pattern TO_DATA_SOURCE = Pattern.compile("%22datasource%22:%22([\\w-]+)%22");

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    static List<Panel> shown() {
        return Dashboard.all().stream().flatMap(board -> board.shown().stream()).toList();
    }

    static Stream<Panel> ofPrometheus() {
        return shown().stream().filter(panel -> !panel.promQl().isEmpty());
    }

    @Test
    void oneIsOfTheWholeAndOneOfARecording() {
        assertThat(dashboards()).extracting(Dashboard::uid).containsExactly(HEALTH.uid(), RECORDING.uid());
        assertThat(HEALTH.uid()).isEqualTo("webinar-archiver-health");
        assertThat(RECORDING.uid()).isEqualTo("webinar-archiver-recording");
        assertThat(RECORDING.variables())
                .singleElement()
                .satisfies(
                        variable -> assertThat(variable.path("name").asText()).isEqualTo("recording"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsAreToldApartAndHaveAPlaceOfTheirOwn(Dashboard dashboard) {
        var panels = dashboard.panels();
        assertThat(panels).hasSizeGreaterThan(10);
        assertThat(panels).extracting(Panel::id).doesNotHaveDuplicates().allMatch(id -> id > 0);
        assertThat(panels).extracting(Panel::title).doesNotHaveDuplicates();
        assertThat(panels).extracting(Panel::type).isSubsetOf(TYPES);
        for (var one : panels) {
            assertThat(one.place().x).isBetween(0, 24 - one.place().width);
            assertThat(panels)
                    .as("beside %s", one)
                    .filteredOn(other -> other.place().intersects(one.place()))
                    .containsExactly(one);
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void everyPanelSaysWhatItShowsAndInWhichUnit(Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat(panel.json().path("description").asText()).endsWith(".");
        assertThat(panel.defaults().path("unit").asText()).isNotBlank();
        assertThat(panel.promQl().size() + panel.sql().size())
                .isPositive()
                .isEqualTo(panel.json().path("targets").size());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyDataSourceIsOneThatGrafanaFinds(Dashboard dashboard) {
        assertThat(dashboard.shown())
                .allSatisfy(panel -> assertThat(panel.json().has("datasource"))
                        .as("%s", panel)
                        .isTrue());
        assertThat(dashboard.dataSources()).isNotEmpty().isSubsetOf(Compose.dataSources());
        assertThat(TO_DATA_SOURCE.matcher(dashboard.json().toString()).results())
                .allSatisfy(link -> assertThat(Compose.dataSources())
                        .extracting(DataSource::uid)
                        .contains(link.group(1)));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void linksLeadToDashboardsThatThereAre(Dashboard dashboard) {
        assertThat(TO_DASHBOARD.matcher(dashboard.json().toString()).results())
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(dashboards()).extracting(Dashboard::uid).contains(link.group(1)));
    }

    @ParameterizedTest
    @MethodSource("ofPrometheus")
    void everyFigureIsOneThatSomebodyTellsByLabelsThatItHas(Panel panel) {
        for (var expression : panel.promQl()) {
            var asked = PromQl.of(expression.replace("$namespace", "x"));
            assertThat(asked.selections()).isNotEmpty().allSatisfy(DashboardsTest::mustBeTold);
            assertThat(asked.grouped())
                    .allSatisfy(label -> assertThat(asked.selections())
                            .as(label)
                            .anyMatch(selection -> Figures.has(selection.figure(), label)));
            assertThat(panel.named())
                    .isSubsetOf(Stream.concat(asked.grouped().stream(), Stream.of("service", "instance"))
                            .toList());
        }
    }

    /** In a cluster there are other programs in Java, and other releases of this one. */
    @ParameterizedTest
    @MethodSource("ofPrometheus")
    void everyFigureIsOfTheNamespaceThatWasChosen(Panel panel) {
        for (var expression : panel.promQl()) {
            assertThat(PromQl.of(expression).selections())
                    .filteredOn(selection -> !selection.figure().equals("ALERTS"))
                    .allSatisfy(
                            selection -> assertThat(selection.asked()).containsEntry("namespace", "=~\"$namespace\""));
        }
    }

    @Test
    void everythingThatTheServicesTellOfTheirWorkIsOnThePageOfHealth() {
        var asked = HEALTH.shown().stream()
                .flatMap(panel -> panel.promQl().stream())
                .flatMap(expression -> PromQl.of(expression).selections().stream())
                .map(Selection::figure)
                .collect(toSet());
        assertThat(Figures.documented())
                .allSatisfy(figure -> assertThat(figure.parts().map(Figure::name))
                        .as(figure.name())
                        .containsAnyElementsOf(asked));
    }

    @Test
    void aFigureThatNobodyTellsWouldBeNoticed() {
        var right = PromQl.of("archiver_tasks_due{kind=\"plan\"}").selections().getFirst();
        var misspelt =
                PromQl.of("archiver_task_due{kind=\"plan\"}").selections().getFirst();
        var otherLabel =
                PromQl.of("archiver_tasks_due{host=\"plan\"}").selections().getFirst();
        mustBeTold(right);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> mustBeTold(misspelt));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> mustBeTold(otherLabel));
    }

    private static void mustBeTold(Selection selection) {
        assertThat(Figures.has(selection.figure())).as(selection.figure()).isTrue();
        assertThat(selection.asked().keySet())
                .as(selection.figure())
                .allMatch(label -> Figures.has(selection.figure(), label));
    }
}

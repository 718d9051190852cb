package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.observability.Dashboard;

/** The chart hands on the dashboards that Compose has too, for the data sources that a cluster has. */
class ChartDashboardsTest {

    @Test
    void theyAreTheSameFilesUnlessDataSourcesAreCalledOtherwise() {
        assertThat(inTheChart(Rendering.WATCHED))
                .extracting(Dashboard::json)
                .isEqualTo(Dashboard.all().stream().map(Dashboard::json).toList());
    }

    @Test
    void dataSourcesAreCalledAsTheValuesSayAlsoInLinks() {
        assertThat(inTheChart(Rendering.EVERYTHING)).hasSize(2).allSatisfy(dashboard -> {
            assertThat(dashboard.json().findValues("datasource"))
                    .extracting(source -> source.path("uid").asText())
                    .isNotEmpty()
                    .allMatch(uid -> uid.startsWith("our-"));
            assertThat(dashboard.json().toString()).doesNotContain("%22traces%22");
        });
        assertThat(inTheChart(Rendering.EVERYTHING).getLast().json().toString())
                .contains("%22datasource%22:%22our-traces%22");
    }

    @Test
    void grafanasSidecarFindsThemByTheirLabel() {
        assertThat(Rendering.WATCHED.documents().of(ConfigMap.class))
                .hasSize(2)
                .allSatisfy(map -> assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1"));
        assertThat(Rendering.EVERYTHING.documents().of(ConfigMap.class))
                .allSatisfy(map -> assertThat(map.getMetadata().getLabels()).containsEntry("our_dashboards", "yes"));
    }

    @Test
    void filesOfDifferentReleasesDoNotReplaceEachOther() {
        assertThat(names(Rendering.WATCHED)).doesNotHaveDuplicates().allMatch(name -> name.startsWith("school-"));
    }

    private static List<String> names(Rendering rendering) {
        return files(rendering).map(Map.Entry::getKey).toList();
    }

    private static List<Dashboard> inTheChart(Rendering rendering) {
        return files(rendering)
                .map(file -> Dashboard.of(file.getKey(), file.getValue()))
                .toList();
    }

    private static Stream<Map.Entry<String, String>> files(Rendering rendering) {
        return rendering.documents().of(ConfigMap.class).stream().flatMap(map -> map.getData().entrySet().stream());
    }
}

package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.chart.Values;
import org.webinararchiver.deploy.crd.PrometheusRule;
import org.webinararchiver.deploy.crd.PrometheusRule.Alert;

/** {@code docs/kubernetes.md} tells of what there is. */
class DocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "kubernetes.md");
    private static final Pattern IN_CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern ALERT = Pattern.compile("`(WebinarArchiver[A-Za-z]+)`");

    @Test
    void namesOnlyValuesThatTheChartHas() throws IOException {
        var values = Values.read();
        var named = IN_CODE.matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(code -> values.namedIn(code.group(1)))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(values.have(name)).as(name).isTrue());
    }

    @Test
    void listsAllAlerts() throws IOException {
        var rule = Rendering.EVERYTHING.documents().of(PrometheusRule.class).getFirst();
        assertThat(ALERT.matcher(Files.readString(DOCUMENT))
                        .results()
                        .map((MatchResult alert) -> alert.group(1))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        rule.alerts().stream().map(Alert::alert).toList());
    }
}

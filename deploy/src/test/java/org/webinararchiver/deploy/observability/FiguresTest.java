package org.webinararchiver.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.micrometer.prometheus.PrometheusNamingConvention;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.deploy.observability.Figure.Shape;

/** The table of figures in docs/operations.md, by which dashboards and alerts are judged, is what the services tell. */
class FiguresTest {

    @Test
    void theTableListsEveryFigureThatTheSourcesRegisterAndNoOther() throws IOException {
        assertThat(documented("archiver_")).containsExactlyInAnyOrderElementsOf(RegisteredFigures.names());
    }

    @Test
    void whatItSaysOfJavasMemoryIsWhatIsTold() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        assertThat(documented("jvm_"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(registry.scrape()).contains("\n" + name + "{area=\"heap\",id="));
    }

    /** That these are told is seen by a test of the services that run. */
    @Test
    void requestsAreNamedAsMicrometerNamesThem() {
        assertThat(documented("http_"))
                .containsExactly(new PrometheusNamingConvention().name("http.server.requests", Meter.Type.TIMER));
    }

    @Test
    void aTimerIsAskedForByItsParts() {
        assertThat(Figures.has("archiver_task_duration_seconds")).isFalse();
        assertThat(Figures.has("archiver_task_duration_seconds_bucket", "le")).isTrue();
        assertThat(Figures.has("archiver_task_duration_seconds_count", "le")).isFalse();
        assertThat(Figures.has("http_server_requests_seconds_count")).isTrue();
        assertThat(Figures.has("http_server_requests_seconds_bucket")).isFalse();
    }

    @Test
    void namesAndUnitsAreReadFromTheSources() {
        assertThat(RegisteredFigures.namesIn("""
                        import io.micrometer.core.instrument.Gauge;
                        registry.counter("archiver.eggs", "kind", kind).increment();
                        Timer.builder("archiver.hen.rest").tag("a", "b").register(registry);
                        Gauge.builder("archiver.barn", () -> 1).baseUnit("bytes").register(registry);
                        """))
                .containsExactly("archiver_eggs_total", "archiver_hen_rest_seconds", "archiver_barn_bytes");
    }

    @Test
    void aFigureThatIsRegisteredInAnotherWayIsNotOverlooked() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RegisteredFigures.namesIn("""
                        import io.micrometer.core.instrument.DistributionSummary;
                        DistributionSummary.builder("archiver.eggs").register(registry);
                        """))
                .withMessageContaining("archiver.eggs");
    }

    @Test
    void onlyTimersAreHistogramsOrSummaries() {
        assertThat(Figures.documented())
                .filteredOn(figure -> figure.shape() != Shape.NUMBER)
                .allSatisfy(figure -> assertThat(figure.name()).endsWith("_seconds"));
    }

    private static List<String> documented(String beginning) {
        return Figures.documented().stream()
                .map(Figure::name)
                .filter(name -> name.startsWith(beginning))
                .toList();
    }
}

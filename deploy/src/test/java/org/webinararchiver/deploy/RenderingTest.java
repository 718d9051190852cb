package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Chart;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.chart.StrictYaml;
import org.webinararchiver.deploy.crd.PrometheusRule;
import org.webinararchiver.deploy.crd.ScaledObject;
import org.webinararchiver.deploy.crd.ServiceMonitor;

/** What comes out of the chart is well-formed, and is what was asked for. */
class RenderingTest {

    @Test
    void helmFindsNoFault() {
        var found = new Helm(Chart.FOLDER).lint().strict().call();
        assertThat(found.isFailed()).as("%s", found.getMessages()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyDocumentIsOfItsKindFieldByField(Rendering rendering) {
        assertThat(rendering.documents().of(Deployment.class)).hasSize(Component.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoOfAKindHaveOneName(Rendering rendering) {
        assertThat(rendering.documents().of(HasMetadata.class))
                .extracting(one -> one.getKind() + " " + one.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everythingStaysInTheNamespaceOfTheRelease(Rendering rendering) {
        assertThat(rendering.documents().of(HasMetadata.class))
                .allSatisfy(one -> assertThat(one.getMetadata().getNamespace())
                        .as(one.getKind())
                        .isEqualTo(Chart.NAMESPACE));
    }

    @Test
    void byDefaultNothingIsMadeThatAClusterMayNotKnow() {
        assertThat(Rendering.DEFAULTS.documents().all().stream()
                        .map(one -> one.getClass().getSimpleName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy");
    }

    @Test
    void whatIsSwitchedOnIsThere() {
        var documents = Rendering.EVERYTHING.documents();
        assertThat(documents.of(ScaledObject.class)).hasSize(2);
        assertThat(documents.of(ServiceMonitor.class)).hasSize(1);
        assertThat(documents.of(PrometheusRule.class)).hasSize(1);
        assertThat(documents.of(ConfigMap.class)).hasSize(2);
        assertThat(documents.of(Ingress.class)).hasSize(1);
    }

    @Test
    void whatIsSwitchedOffIsNot() {
        assertThat(Rendering.ONE_OF_EACH.documents().of(NetworkPolicy.class)).isEmpty();
    }

    @Test
    void aFieldThatAKindDoesNotHaveWouldBeNoticed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> StrictYaml.read("""
                        apiVersion: apps/v1
                        kind: Deployment
                        spec:
                          template:
                            spec:
                              serviceAcountName: misspelt
                        """))
                .withMessageContaining("serviceAcountName");
    }

    @Test
    void aNumberWhereKubernetesWantsTextWouldBeNoticed() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> StrictYaml.read("""
                apiVersion: v1
                kind: Service
                metadata:
                  labels:
                    port: 8080
                """));
    }
}

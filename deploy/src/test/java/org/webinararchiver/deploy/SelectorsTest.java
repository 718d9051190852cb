package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Documents;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.crd.ScaledObject;
import org.webinararchiver.deploy.crd.ServiceMonitor;

/** Whatever points to something else points to what is there. */
class SelectorsTest {

    @ParameterizedTest
    @EnumSource
    void aDeploymentChoosesItsOwnPods(Rendering rendering) {
        for (var component : Component.values()) {
            var chosen = rendering.documents().of(Deployment.class, component).getSpec();
            assertThat(componentsWith(chosen.getSelector().getMatchLabels(), rendering.documents()))
                    .containsExactly(component);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceLeadsToThePodsOfItsComponentAtAPortThatTheyHave(Rendering rendering) {
        for (var component : Component.values()) {
            var service = rendering.documents().of(Service.class, component).getSpec();
            assertThat(componentsWith(service.getSelector(), rendering.documents()))
                    .containsExactly(component);
            var names = rendering.documents().container(component).getPorts().stream()
                    .map(port -> port.getName())
                    .toList();
            assertThat(service.getPorts())
                    .allSatisfy(port ->
                            assertThat(names).contains(port.getTargetPort().getStrVal()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDisruptionBudgetIsForThePodsOfItsComponent(Rendering rendering) {
        for (var component : Component.values()) {
            var budget = rendering
                    .documents()
                    .of(PodDisruptionBudget.class, component)
                    .getSpec();
            assertThat(componentsWith(budget.getSelector().getMatchLabels(), rendering.documents()))
                    .containsExactly(component);
        }
    }

    /** With minAvailable a single pod would keep its node from being emptied for ever. */
    @ParameterizedTest
    @EnumSource
    void aDisruptionBudgetSaysWhatMayBeUnavailable(Rendering rendering) {
        assertThat(rendering.documents().of(PodDisruptionBudget.class)).allSatisfy(budget -> {
            assertThat(budget.getSpec().getMinAvailable()).isNull();
            assertThat(budget.getSpec().getMaxUnavailable()).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNetworkPolicyIsForPodsThatThereAre(Rendering rendering) {
        assertThat(rendering.documents().of(NetworkPolicy.class))
                .allSatisfy(policy -> assertThat(componentsWith(
                                policy.getSpec().getPodSelector().getMatchLabels(), rendering.documents()))
                        .as(policy.getMetadata().getName())
                        .isNotEmpty());
    }

    @Test
    void theIngressLeadsToTheApi() {
        var documents = Rendering.EVERYTHING.documents();
        var service = documents.of(Service.class, Component.API_SERVICE);
        var paths = documents
                .of(Ingress.class)
                .getFirst()
                .getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths();
        assertThat(paths).allSatisfy(path -> {
            assertThat(path.getBackend().getService().getName())
                    .isEqualTo(service.getMetadata().getName());
            assertThat(path.getBackend().getService().getPort().getName())
                    .isEqualTo(service.getSpec().getPorts().getFirst().getName());
        });
        assertThat(paths).extracting("path").doesNotContain("/", "/q", "/q/health", "/q/metrics");
    }

    @Test
    void prometheusFindsTheMetricsOfAllComponents() {
        var documents = Rendering.WATCHED.documents();
        var monitor = documents.of(ServiceMonitor.class).getFirst().spec();
        assertThat(documents.of(Service.class))
                .hasSize(Component.values().length)
                .allSatisfy(service -> {
                    assertThat(service.getMetadata().getLabels())
                            .containsAllEntriesOf(monitor.selector().matchLabels());
                    assertThat(service.getSpec().getPorts())
                            .extracting("name")
                            .contains(monitor.endpoints().getFirst().port());
                });
    }

    @Test
    void kedaScalesDeploymentsThatLeaveTheirNumberToIt() {
        var documents = Rendering.EVERYTHING.documents();
        var scaled = documents.of(ScaledObject.class).stream()
                .map(one -> one.spec().scaleTargetRef().name())
                .collect(Collectors.toSet());
        for (var component : Component.values()) {
            var deployment = documents.of(Deployment.class, component);
            assertThat(deployment.getSpec().getReplicas() == null)
                    .as("%s is scaled", component)
                    .isEqualTo(scaled.contains(deployment.getMetadata().getName()));
        }
        assertThat(scaled).hasSize(2);
    }

    private static Set<Component> componentsWith(Map<String, String> labels, Documents documents) {
        return Set.of(Component.values()).stream()
                .filter(component -> documents
                        .of(Deployment.class, component)
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(labels.entrySet()))
                .collect(Collectors.toSet());
    }
}

package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Rendering;

/** What every pod keeps to, whatever was set. */
class ContainersTest {
    private static final long USER_OF_THE_IMAGES = 10001;

    @ParameterizedTest
    @EnumSource
    void runAsNobodyOfTheNode(Rendering rendering) {
        each(rendering, (component, container) -> {
            var pod = rendering.documents().pod(component).getSecurityContext();
            assertThat(pod.getRunAsNonRoot()).isTrue();
            assertThat(pod.getRunAsUser()).isEqualTo(USER_OF_THE_IMAGES);
            assertThat(pod.getRunAsGroup()).isEqualTo(USER_OF_THE_IMAGES);
            assertThat(pod.getFsGroup()).isEqualTo(USER_OF_THE_IMAGES);
            assertThat(container.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(container.getSecurityContext().getRunAsUser()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void mayDoNothingThatAProgramDoesNotNeed(Rendering rendering) {
        each(rendering, (component, container) -> {
            var pod = rendering.documents().pod(component);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getHostPID()).isNull();
            assertThat(pod.getHostIPC()).isNull();
            var security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getPrivileged()).isNull();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void writeWhereThereIsALimitAndNowhereElse(Rendering rendering) {
        each(rendering, (component, container) -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getVolumeMounts())
                    .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                    .extracting("mountPath")
                    .isSubsetOf("/tmp", "/scratch");
            assertThat(rendering.documents().pod(component).getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .allSatisfy(volume ->
                            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
        });
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatTheyNeedAndAreKeptToMemoryAndDisk(Rendering rendering) {
        each(rendering, (component, container) -> {
            var resources = container.getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
            assertThat(resources.getLimits()).containsKeys("memory", "ephemeral-storage");
            resources
                    .getLimits()
                    .forEach((resource, limit) -> assertThat(Quantity.getAmountInBytes(limit))
                            .as("limit of %s", resource)
                            .isGreaterThanOrEqualTo(Quantity.getAmountInBytes(
                                    resources.getRequests().get(resource))));
        });
    }

    @ParameterizedTest
    @EnumSource
    void areAskedHowTheyAre(Rendering rendering) {
        each(rendering, (component, container) -> {
            assertAsks(container, container.getStartupProbe(), "/q/health/started");
            assertAsks(container, container.getLivenessProbe(), "/q/health/live");
            assertAsks(container, container.getReadinessProbe(), "/q/health/ready");
        });
    }

    private static void assertAsks(Container container, Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(container.getPorts())
                .filteredOn(port ->
                        port.getName().equals(probe.getHttpGet().getPort().getStrVal()))
                .singleElement()
                .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(8080));
    }

    /** A minute for PostgreSQL (Flyway's retries), two for RabbitMQ, and some for tables that change. */
    @ParameterizedTest
    @EnumSource
    void mayWaitForTheirServersBeforeTheyAreBegunAgain(Rendering rendering) {
        each(rendering, (component, container) -> {
            var probe = container.getStartupProbe();
            assertThat(probe.getPeriodSeconds() * probe.getFailureThreshold()).isGreaterThanOrEqualTo(300);
        });
    }

    @ParameterizedTest
    @EnumSource
    void haveTheTimeToEndInOrder(Rendering rendering) {
        each(rendering, (component, container) -> {
            var seconds = rendering.documents().pod(component).getTerminationGracePeriodSeconds();
            assertThat(seconds).isGreaterThan(secondsToEnd(component));
        });
    }

    /** What a worker takes at most for each of its kinds of tasks (TaskWorker), and the pauses of an API service. */
    private static long secondsToEnd(Component component) {
        return switch (component) {
            case API_SERVICE -> 5 + 20;
            case DOWNLOAD_WORKER -> 2 * 20 + 5;
            case COMPILE_WORKER -> 3 * 20;
        };
    }

    @ParameterizedTest
    @EnumSource
    void haveNoTokenForKubernetes(Rendering rendering) {
        each(rendering, (component, container) -> {
            var account = rendering.documents().of(ServiceAccount.class, component);
            var pod = rendering.documents().pod(component);
            assertThat(pod.getServiceAccountName())
                    .isEqualTo(account.getMetadata().getName());
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(account.getAutomountServiceAccountToken()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void areSpreadOverNodesAndZones(Rendering rendering) {
        each(
                rendering,
                (component, container) -> assertThat(
                                rendering.documents().pod(component).getTopologySpreadConstraints())
                        .extracting(TopologySpreadConstraint::getTopologyKey)
                        .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone"));
    }

    private static void each(Rendering rendering, BiConsumer<Component, Container> check) {
        for (var component : Component.values()) {
            check.accept(component, rendering.documents().container(component));
        }
    }
}

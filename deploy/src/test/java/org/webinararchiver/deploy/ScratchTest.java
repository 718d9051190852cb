package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Documents;
import org.webinararchiver.deploy.chart.Rendering;

/** A pod that writes more than its volume may hold is ended, so the volume holds what the service is told to use. */
class ScratchTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final long LARGEST_FILE_IN_SCRATCH = 16 * MEBIBYTE;

    @ParameterizedTest
    @EnumSource
    void workersWriteToTheirScratchSpace(Rendering rendering) {
        for (var worker : new Component[] {Component.DOWNLOAD_WORKER, Component.COMPILE_WORKER}) {
            var documents = rendering.documents();
            assertThat(documents.setting(worker, "ARCHIVER_SCRATCH")).hasValue("/scratch");
            assertThat(documents.container(worker).getVolumeMounts())
                    .filteredOn(mount -> mount.getMountPath().equals("/scratch"))
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.getName()).isEqualTo("scratch"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCompileWorkersHoldsWhatItKeepsAndMore(Rendering rendering) {
        var documents = rendering.documents();
        long kept = new MemorySizeConverter()
                .convert(documents
                        .setting(Component.COMPILE_WORKER, "ARCHIVER_COMPILE_KEEP")
                        .orElseThrow())
                .asLongValue();
        assertThat(scratch(documents, Component.COMPILE_WORKER)).isGreaterThan(kept);
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadWorkersHoldsAFileForEachOfItsConnections(Rendering rendering) {
        var documents = rendering.documents();
        long connections = number(documents, "ARCHIVER_DOWNLOAD_CONNECTIONS_MOST")
                * number(documents, "ARCHIVER_DOWNLOAD_BATCHES");
        assertThat(scratch(documents, Component.DOWNLOAD_WORKER))
                .isGreaterThanOrEqualTo(connections * LARGEST_FILE_IN_SCRATCH);
    }

    @ParameterizedTest
    @EnumSource
    void theNodesDiskIsAskedForWhereTheScratchSpaceIsThere(Rendering rendering) {
        for (var component : Component.values()) {
            var documents = rendering.documents();
            long onTheNode = documents.pod(component).getVolumes().stream()
                    .filter(volume -> volume.getEmptyDir() != null)
                    .mapToLong(ScratchTest::size)
                    .sum();
            var asked =
                    documents.container(component).getResources().getRequests().get("ephemeral-storage");
            assertThat(bytes(asked)).as("%s", component).isGreaterThan(onTheNode);
        }
    }

    @Test
    void itMayBeAVolumeThatComesAndGoesWithThePod() {
        var volume = volume(Rendering.EVERYTHING.documents(), Component.COMPILE_WORKER);
        assertThat(volume.getEmptyDir()).isNull();
        assertThat(volume.getEphemeral().getVolumeClaimTemplate().getSpec().getStorageClassName())
                .isEqualTo("fast");
    }

    @Test
    void memoryIsEnoughForTheJvmAndAllThatRenderAtOnce() {
        var documents = Rendering.DEFAULTS.documents();
        long parts = Long.parseLong(documents
                .setting(Component.COMPILE_WORKER, "ARCHIVER_COMPILE_PARTS_AT_ONCE")
                .orElseThrow());
        var limit = documents
                .container(Component.COMPILE_WORKER)
                .getResources()
                .getLimits()
                .get("memory");
        assertThat(bytes(limit)).isGreaterThanOrEqualTo((400 + 510 * parts) * MEBIBYTE);
    }

    private static long number(Documents documents, String variable) {
        return Long.parseLong(
                documents.setting(Component.DOWNLOAD_WORKER, variable).orElseThrow());
    }

    private static long scratch(Documents documents, Component worker) {
        return size(volume(documents, worker));
    }

    private static Volume volume(Documents documents, Component worker) {
        return documents.pod(worker).getVolumes().stream()
                .filter(volume -> volume.getName().equals("scratch"))
                .findFirst()
                .orElseThrow();
    }

    private static long size(Volume volume) {
        return bytes(
                volume.getEmptyDir() != null
                        ? volume.getEmptyDir().getSizeLimit()
                        : volume.getEphemeral()
                                .getVolumeClaimTemplate()
                                .getSpec()
                                .getResources()
                                .getRequests()
                                .get("storage"));
    }

    private static long bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).longValueExact();
    }
}

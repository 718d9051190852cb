package org.webinararchiver.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

class ManifestStoreTest {
    @TempDir
    Path folder;

    @Test
    void aManifestComesBackAsItWas() throws IOException {
        try (var store = DirectoryObjectStore.open(folder, Clock.systemUTC())) {
            var manifests = new ManifestStore(store);
            var manifest = Samples.manifest(3);
            assertThat(manifests.get(manifests.put(UUID.randomUUID(), manifest)))
                    .isEqualTo(manifest);
        }
    }

    @Test
    void theSameManifestIsTheSameObjectAndAnotherIsNot() throws IOException {
        try (var store = DirectoryObjectStore.open(folder, Clock.systemUTC())) {
            var manifests = new ManifestStore(store);
            var recording = UUID.randomUUID();
            var key = manifests.put(recording, Samples.manifest(3));
            assertThat(manifests.put(recording, Samples.manifest(3))).isEqualTo(key);
            assertThat(manifests.put(recording, Samples.manifest(4))).isNotEqualTo(key);
        }
    }
}

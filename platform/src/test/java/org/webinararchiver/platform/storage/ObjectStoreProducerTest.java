package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.platform.storage.StorageSettings.Kind;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.platform.storage.s3.S3ObjectStore;
import org.webinararchiver.testservices.ObjectStorageResource;

class ObjectStoreProducerTest {
    private static final Map<String, String> UNREACHABLE = Map.of(
            "archiver.storage.kind", "s3",
            "archiver.storage.endpoint", "http://127.0.0.1:1",
            "archiver.storage.access-key", "key",
            "archiver.storage.secret-key", "secret");

    @TempDir
    Path directory;

    @Test
    void withoutSettingsObjectsAreKeptInADirectory() {
        var settings = settings(Map.of());

        assertThat(settings.kind()).isEqualTo(Kind.DIRECTORY);
        assertThat(settings.directory()).isEqualTo(Path.of("data/objects"));
        assertThat(settings.accessKey()).isEmpty();
        assertThat(settings.secretKey()).isEmpty();
    }

    @Test
    void theDirectoryIsWhereTheSettingsSay() throws IOException {
        var producer = producer(Map.of("archiver.storage.directory", directory.toString()));

        var store = producer.open();
        store.put("a", new ByteArrayInputStream(new byte[1]), 1);
        producer.close(store);

        assertThat(store).isInstanceOf(DirectoryObjectStore.class);
        assertThat(directory.resolve("objects/a")).exists();
        assertThat(directory.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void theBucketIsThereOnceTheStoreIsOpen() throws IOException {
        var producer = producer(new ObjectStorageResource().start());

        var store = producer.open();

        assertThat(store).isInstanceOf(S3ObjectStore.class);
        assertThat(store.list("")).isEmpty();
        producer.close(store);
    }

    @Test
    void aServerThatIsAwayDoesNotKeepTheApplicationFromStarting() throws IOException {
        var producer = producer(UNREACHABLE);

        var store = producer.open();

        assertThat(store).isInstanceOf(S3ObjectStore.class);
        producer.close(store);
    }

    /** Whoever uses it is told by each of its answers, until somebody corrects the keys. */
    @Test
    void aServerThatRefusesUsDoesNotKeepTheApplicationFromStarting() throws IOException {
        var properties = new HashMap<>(new ObjectStorageResource().start());
        properties.put("archiver.storage.secret-key", "wrong-secret-key");
        var producer = producer(properties);

        var store = producer.open();

        assertThatExceptionOfType(StoreRefused.class)
                .isThrownBy(() -> store.put("a", new ByteArrayInputStream(new byte[1]), 1))
                .satisfies(refused -> assertThat(refused.failure())
                        .isInstanceOfSatisfying(
                                Failure.OurOutage.class,
                                outage -> assertThat(outage.remedy()).isEqualTo(Remedy.OPERATOR)));
        producer.close(store);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint", "access-key", "secret-key"})
    void whatS3NeedsHasNoDefault(String name) {
        var properties = new HashMap<>(UNREACHABLE);
        properties.remove("archiver.storage." + name);

        assertThatIllegalStateException()
                .isThrownBy(() -> producer(properties).open())
                .withMessageContaining("archiver.storage." + name);
    }

    private static ObjectStoreProducer producer(Map<String, String> properties) {
        return new ObjectStoreProducer(settings(properties));
    }

    private static StorageSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(StorageSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 1))
                .build()
                .getConfigMapping(StorageSettings.class);
    }
}

package org.webinararchiver.testservices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whichever way the services were come by, they do what they are for. */
class ServicesTest {

    @Test
    void eachDatabaseIsEmptyAndOfItsOwn() throws Exception {
        var first = TestPostgres.server().newDatabase();
        var second = TestPostgres.server().newDatabase();

        try (var connection = DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recording (id int)");
        }
        try (var connection = DriverManager.getConnection(second.jdbcUrl(), second.user(), second.password());
                var tables = connection.getMetaData().getTables(null, "public", null, null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void aMessageGoesThroughTheBroker() throws Exception {
        try (var connection = TestBroker.server().connections().newConnection();
                var channel = connection.createChannel()) {
            var queue = channel.queueDeclare().getQueue();
            channel.confirmSelect();
            channel.basicPublish("", queue, null, "task".getBytes(UTF_8));
            channel.waitForConfirmsOrDie(10_000);
            assertThat(channel.basicGet(queue, true).getBody()).asString(UTF_8).isEqualTo("task");
        }
    }

    @Test
    void eachBucketIsNewAndCanBeCreated() throws Exception {
        var bucket = TestObjectStorage.server().newBucket();
        try (var client = MinioClient.builder()
                .endpoint(bucket.endpoint().toString())
                .region(bucket.region())
                .credentials(bucket.accessKey(), bucket.secretKey())
                .build()) {
            var exists = BucketExistsArgs.builder().bucket(bucket.bucket()).build();

            assertThat(client.bucketExists(exists)).isFalse();
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket.bucket()).build());
            assertThat(client.bucketExists(exists)).isTrue();
        }
    }

    @Test
    void eachServiceIsStartedOnce() {
        assertThat(TestPostgres.server()).isEqualTo(TestPostgres.server());
        assertThat(TestBroker.server()).isEqualTo(TestBroker.server());
        assertThat(TestObjectStorage.server()).isEqualTo(TestObjectStorage.server());
    }

    @Test
    void anotherClassLoaderFindsTheSameServer() throws Exception {
        var places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).toUri())
                .toList();
        var urls = new URL[places.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = places.get(i).toURL();
        }
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var other = loader.loadClass(TestPostgres.class.getName());

            var server = other.getMethod("server").invoke(null);

            assertThat(other).isNotSameAs(TestPostgres.class);
            assertThat(server).hasToString(TestPostgres.server().toString());
        }
    }

    @Test
    void anApplicationIsToldWhereTheyAre() {
        assertThat(new PostgresResource().start())
                .containsKey("quarkus.datasource.jdbc.url")
                .containsEntry(
                        "quarkus.datasource.username", TestPostgres.server().user());
        assertThat(new BrokerResource().start())
                .containsEntry("rabbitmq-host", TestBroker.server().host())
                .containsEntry("rabbitmq-virtual-host", TestBroker.server().virtualHost());
        assertThat(new ObjectStorageResource().start())
                .containsEntry("archiver.storage.kind", "s3")
                .containsEntry(
                        "archiver.storage.endpoint",
                        TestObjectStorage.server().endpoint().toString());
    }
}

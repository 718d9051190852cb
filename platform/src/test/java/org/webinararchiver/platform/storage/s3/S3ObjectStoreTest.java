package org.webinararchiver.platform.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.ObjectStoreContract;
import org.webinararchiver.platform.storage.PublicDownload;
import org.webinararchiver.platform.storage.StoreRefused;
import org.webinararchiver.platform.storage.StoreUnreachable;
import org.webinararchiver.testservices.TestObjectStorage;

class S3ObjectStoreTest extends ObjectStoreContract {
    private static final PublicDownload DOWNLOAD =
            new PublicDownload(Duration.ofMinutes(5), "video/mp4", "attachment; filename=\"c.mp4\"");

    private S3Location location;
    private S3ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        var bucket = TestObjectStorage.server().newBucket();
        location = new S3Location(
                bucket.endpoint(),
                bucket.region(),
                bucket.bucket(),
                bucket.accessKey(),
                new Secret(bucket.secretKey()));
        store = S3ObjectStore.at(location);
        store.ensureBucket();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void nobodyIsSentToAServerThatIsNotReachedFromOutside() throws IOException {
        assertThat(store.publicAddress("a/b.mp4", DOWNLOAD)).isEmpty();
    }

    @Test
    void anAddressOpensOneObjectForWhoeverHasIt() throws IOException, InterruptedException {
        store.put("a/b.mp4", new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
        var open = new S3Location(
                location.endpoint(),
                Optional.of(location.endpoint()),
                location.region(),
                location.bucket(),
                location.accessKey(),
                location.secretKey());
        try (var reached = S3ObjectStore.at(open);
                var client = HttpClient.newHttpClient()) {
            var address = reached.publicAddress("a/b.mp4", DOWNLOAD).orElseThrow();
            var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).containsExactly(1, 2, 3);
            assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"c.mp4\"");
            var other = URI.create(address.toString().replace("b.mp4", "d.mp4"));
            assertThat(client.send(HttpRequest.newBuilder(other).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void theBucketMayBeThereAlready() throws IOException {
        try (var second = S3ObjectStore.at(location)) {
            second.ensureBucket();
            second.ensureBucket();
        }
    }

    @Test
    void storingCreatesTheBucketThatNobodyCreated() throws IOException {
        var fresh = new S3Location(
                location.endpoint(),
                location.region(),
                location.bucket() + "-b",
                location.accessKey(),
                location.secretKey());
        try (var late = S3ObjectStore.at(fresh)) {
            late.put("a", new ByteArrayInputStream(new byte[] {'x'}), 1);

            assertThat(late.head("a")).isPresent();
        }
    }

    @Test
    void wrongKeysAreRefusedAndNotTold() throws IOException {
        var wrong = new S3Location(
                location.endpoint(),
                location.region(),
                location.bucket(),
                location.accessKey(),
                new Secret("guessed-secret"));
        try (var refused = S3ObjectStore.at(wrong)) {
            assertThatExceptionOfType(StoreRefused.class)
                    .isThrownBy(() -> refused.get("a"))
                    .withMessageContaining(location.endpoint().toString())
                    .withMessageContaining(location.bucket())
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("guessed-secret", "Signature="));
            assertThatExceptionOfType(StoreRefused.class).isThrownBy(refused::ensureBucket);
        }
    }

    @Test
    void aServerThatDoesNotListenIsUnreachable() throws IOException {
        try (var absent = S3ObjectStore.at(at(freePort()))) {
            assertThatExceptionOfType(StoreUnreachable.class)
                    .isThrownBy(() -> absent.get("a"))
                    .withMessageContaining("http://127.0.0.1:")
                    .withMessageContaining(location.bucket());
            assertThatExceptionOfType(StoreUnreachable.class)
                    .isThrownBy(() -> absent.put("a", new ByteArrayInputStream(new byte[1]), 1));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> absent.list("").toList())
                    .withCauseInstanceOf(StoreUnreachable.class);
        }
    }

    @Test
    void anEndpointIsAWebAddressWithoutKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> at(URI.create("ftp://store:9000")));
        assertThatIllegalArgumentException().isThrownBy(() -> at(URI.create("store:9000")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(URI.create("http://key:secret@store:9000")))
                .withMessageNotContaining("secret@");
    }

    private S3Location at(URI endpoint) {
        return new S3Location(
                endpoint, location.region(), location.bucket(), location.accessKey(), location.secretKey());
    }

    private static URI freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

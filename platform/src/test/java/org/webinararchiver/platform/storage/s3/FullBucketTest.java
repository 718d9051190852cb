package org.webinararchiver.platform.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.storage.StoreFull;

/** What servers answer that have no room: MinIO's disks and quotas, Ceph's quotas, a proxy's bare status. */
class FullBucketTest {

    @ParameterizedTest
    @CsvSource({
        "507, XMinioStorageFull",
        "400, XMinioAdminBucketQuotaExceeded",
        "403, QuotaExceeded",
        "507, SomethingElse",
    })
    void aFullBucketIsNotTakenForOneThatIsAwayOrRefusesUs(int status, String code) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var isBucket = exchange.getRequestMethod().equals("HEAD");
            var words = "<Error><Code>%s</Code><Message>No room.</Message></Error>"
                    .formatted(code)
                    .getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(isBucket ? 200 : status, isBucket ? -1 : words.length);
            if (!isBucket) {
                exchange.getResponseBody().write(words);
            }
            exchange.close();
        });
        server.start();
        try (var store = S3ObjectStore.at(new S3Location(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "us-east-1",
                "bucket",
                "key",
                new Secret("secret")))) {
            assertThatExceptionOfType(StoreFull.class)
                    .isThrownBy(() -> store.put("a", new ByteArrayInputStream(new byte[3]), 3))
                    .withMessageContaining("No room")
                    .extracting(StoreFull::failure)
                    .isInstanceOf(Failure.OurOutage.class)
                    .extracting(Failure::reason)
                    .isEqualTo("storage-full");
        } finally {
            server.stop(0);
        }
    }
}

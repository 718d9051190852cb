package org.webinararchiver.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Address;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.broker.BrokerAddress;
import org.webinararchiver.platform.broker.BrokerGate;
import org.webinararchiver.platform.broker.BrokerUnreachable;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.database.TrustedDatabase;
import org.webinararchiver.platform.storage.StoreRefused;
import org.webinararchiver.platform.storage.StoreUnreachable;
import org.webinararchiver.platform.storage.s3.S3Location;
import org.webinararchiver.platform.storage.s3.S3ObjectStore;
import org.webinararchiver.testservices.TestAuthority;

/** Servers whose certificates are signed by nobody whom Java trusts. */
class UntrustedTest {
    private static final String WHAT_TO_DO = "add the authority that signed it to the trust store";

    @TempDir
    static Path folder;

    private static SSLContext strange;

    @BeforeAll
    static void makeACertificate() throws Exception {
        strange = TestAuthority.in(folder, "127.0.0.1").serverContext();
    }

    @Test
    void aBrokerThatIsNotTrustedIsToldOfWithWhatToDo() throws IOException {
        try (var server = StrangeServer.speaking(strange)) {
            var address =
                    new BrokerAddress(List.of(new Address("127.0.0.1", server.port())), "user", "secret", "/", true);

            assertThatThrownBy(() -> new BrokerGate(address, Duration.ZERO).await())
                    .isInstanceOf(BrokerUnreachable.class)
                    .hasMessageContaining(WHAT_TO_DO)
                    .hasMessageNotContaining("rabbitmq-password");
        }
    }

    @Test
    void anObjectStoreThatIsNotTrustedRefusesUsUntilSomebodyDoesSomething() throws IOException {
        try (var server = StrangeServer.speaking(strange);
                var store = store(server)) {
            assertThatThrownBy(store::ensureBucket)
                    .isInstanceOfSatisfying(
                            StoreRefused.class,
                            refused -> assertThat(refused.failure())
                                    .hasFieldOrPropertyWithValue("remedy", Remedy.OPERATOR))
                    .hasMessageContaining("127.0.0.1")
                    .hasMessageContaining(WHAT_TO_DO);
        }
    }

    @Test
    void anObjectStoreThatIsAwayIsNoneThatIsNotTrusted() throws IOException {
        try (var server = StrangeServer.speaking(strange);
                var store = store(server)) {
            server.close();

            assertThatThrownBy(store::ensureBucket)
                    .isInstanceOf(StoreUnreachable.class)
                    .hasMessageNotContaining(WHAT_TO_DO);
        }
    }

    @Test
    void aDatabaseThatIsNotTrustedIsNotMigrated() throws IOException {
        try (var server = StrangeServer.likePostgresql(strange)) {
            var migrations = new FluentConfiguration().dataSource(url(server.port()), "user", "secret");

            assertThatThrownBy(() -> new TrustedDatabase().customize(migrations))
                    .hasMessageContaining(WHAT_TO_DO)
                    .hasMessageNotContaining("secret")
                    .satisfies(UntrustedTest::endsAnOutageOnlyByAnOperator);
        }
    }

    private static void endsAnOutageOnlyByAnOperator(Throwable failure) {
        assertThat(DatabaseAway.in((RuntimeException) failure))
                .map(DatabaseAway::failure)
                .hasValueSatisfying(outage -> {
                    assertThat(outage.remedy()).isEqualTo(Remedy.OPERATOR);
                    assertThat(outage.advice()).contains(WHAT_TO_DO);
                });
    }

    @Test
    void aDatabaseThatIsAwayIsLeftToTheMigrations() throws IOException {
        int port;
        try (var server = StrangeServer.likePostgresql(strange)) {
            port = server.port();
        }
        new TrustedDatabase().customize(new FluentConfiguration().dataSource(url(port), "user", "secret"));
    }

    @Test
    void whatFailsForAnotherReasonIsNoQuestionOfTrust() {
        assertThat(Untrusted.isWhy(new SQLException("wrong password", "28P01"))).isFalse();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/archiver?sslmode=verify-full".formatted(port)
                + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
    }

    private static S3ObjectStore store(StrangeServer server) {
        var endpoint = URI.create("https://127.0.0.1:" + server.port());
        return S3ObjectStore.at(new S3Location(endpoint, "us-east-1", "bucket", "key", new Secret("secret")));
    }
}

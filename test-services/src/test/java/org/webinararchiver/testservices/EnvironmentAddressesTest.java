package org.webinararchiver.testservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.testservices.TestBroker.Product;

class EnvironmentAddressesTest {
    private static final Variables NONE = new Variables(name -> null);

    @Test
    void withoutVariablesThereIsNoService() {
        assertThat(TestPostgres.read(NONE)).isEmpty();
        assertThat(TestBroker.read(NONE)).isEmpty();
        assertThat(TestObjectStorage.read(NONE)).isEmpty();
    }

    @Test
    void postgresIsReadFromVariables() {
        var variables = variables(Map.of(
                "TEST_POSTGRES_URL", "jdbc:postgresql://db:5433/postgres",
                "TEST_POSTGRES_USER", "me",
                "TEST_POSTGRES_PASSWORD", "secret"));

        assertThat(TestPostgres.read(variables).orElseThrow())
                .isEqualTo(new TestPostgres(
                        ServiceKind.ENVIRONMENT, "jdbc:postgresql://db:5433/postgres", "me", "secret"));
    }

    @Test
    void anAddressWithoutItsUserIsAMistake() {
        var variables = variables(Map.of("TEST_POSTGRES_URL", "jdbc:postgresql://db/postgres"));

        assertThatIllegalStateException()
                .isThrownBy(() -> TestPostgres.read(variables))
                .withMessageContaining("TEST_POSTGRES_USER");
    }

    @Test
    void aBrokersHostIsEnough() {
        var variables = variables(Map.of("TEST_RABBITMQ_HOST", "mq"));

        assertThat(TestBroker.read(variables).orElseThrow())
                .isEqualTo(
                        new TestBroker(ServiceKind.ENVIRONMENT, Product.RABBITMQ, "mq", 5672, "guest", "guest", "/"));
    }

    @Test
    void anS3ServerIsReadFromVariables() {
        var variables = variables(Map.of(
                "TEST_S3_ENDPOINT", "http://s3:9000",
                "TEST_S3_ACCESS_KEY", "key",
                "TEST_S3_SECRET_KEY", "secret"));

        assertThat(TestObjectStorage.read(variables).orElseThrow())
                .isEqualTo(new TestObjectStorage(
                        ServiceKind.ENVIRONMENT, URI.create("http://s3:9000"), "us-east-1", "key", "secret"));
    }

    @Test
    void whatIsWrittenDownIsReadAgain() {
        var postgres = new TestPostgres(ServiceKind.EMBEDDED, "jdbc:postgresql://db/postgres", "me", "secret");
        var broker = new TestBroker(ServiceKind.EMBEDDED, Product.EMBEDDED, "mq", 5673, "me", "secret", "archiver");
        var storage = new TestObjectStorage(
                ServiceKind.CONTAINERS, URI.create("http://s3:9000"), "eu-west-1", "key", "secret");

        assertThat(TestPostgres.read(variables(postgres.variables()))).contains(postgres);
        assertThat(TestBroker.read(variables(broker.variables()))).contains(broker);
        assertThat(TestObjectStorage.read(variables(storage.variables()))).contains(storage);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/postgres, jdbc:postgresql://db:5432/fresh",
        "jdbc:postgresql://db/, jdbc:postgresql://db/fresh",
        "jdbc:postgresql://db/a?loggerLevel=OFF&x=a/b, jdbc:postgresql://db/fresh?loggerLevel=OFF&x=a/b"
    })
    void anotherDatabaseKeepsServerAndParameters(String url, String expected) {
        assertThat(TestPostgres.withDatabase(url, "fresh")).isEqualTo(expected);
    }

    private static Variables variables(Map<String, String> values) {
        return new Variables(values::get);
    }
}

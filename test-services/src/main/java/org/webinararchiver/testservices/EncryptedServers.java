package org.webinararchiver.testservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.lifecycle.Startables;

/** PostgreSQL, RabbitMQ and an S3 store, in containers, that speak TLS and nothing else. */
public final class EncryptedServers implements AutoCloseable {
    private static final int POSTGRESQL = 5432;
    private static final int AMQPS = 5671;
    private static final int S3 = 9000;
    private static final int FOR_ALL_TO_READ = 0644;
    private static final String ACCOUNT = "archiver";
    private static final String CERTIFICATE = "/tls/public.crt";
    private static final String KEY = "/tls/private.key";

    /** PostgreSQL takes a key only from a file that nobody else can read. */
    private static final String START_POSTGRESQL = """
            install -o postgres -m 600 /tls/private.key /tmp/private.key && exec docker-entrypoint.sh postgres \
            -c hba_file=/tls/pg_hba.conf -c ssl=on -c ssl_cert_file=/tls/public.crt -c ssl_key_file=/tmp/private.key
            """;

    private static final String LET_IN = """
            local   all all     trust
            hostssl all all all scram-sha-256
            """;

    private static final String BROKER = """
            listeners.tcp = none
            listeners.ssl.default = 5671
            ssl_options.cacertfile = /tls/public.crt
            ssl_options.certfile = /tls/public.crt
            ssl_options.keyfile = /tls/private.key
            """;

    private final String password = UUID.randomUUID().toString();
    private final Path trustStore;
    private final GenericContainer<?> database;
    private final GenericContainer<?> broker;
    private final GenericContainer<?> store;

    private EncryptedServers(TestAuthority authority, Images images) throws IOException, GeneralSecurityException {
        this.trustStore = authority.trustStore();
        this.database = container(images.database(), POSTGRESQL, authority)
                .withEnv(Map.of("POSTGRES_USER", ACCOUNT, "POSTGRES_PASSWORD", password, "POSTGRES_DB", ACCOUNT))
                .withCopyToContainer(Transferable.of(LET_IN, FOR_ALL_TO_READ), "/tls/pg_hba.conf")
                .withCreateContainerCmdModifier(command -> command.withEntrypoint("sh", "-c", START_POSTGRESQL));
        this.broker = container(images.broker(), AMQPS, authority)
                .withEnv(Map.of("RABBITMQ_DEFAULT_USER", ACCOUNT, "RABBITMQ_DEFAULT_PASS", password))
                .withCopyToContainer(Transferable.of(BROKER, FOR_ALL_TO_READ), "/etc/rabbitmq/conf.d/20-tls.conf");
        this.store = container(images.store(), S3, authority)
                .withEnv(Map.of("MINIO_ROOT_USER", ACCOUNT, "MINIO_ROOT_PASSWORD", password))
                .withCommand("server", "/data", "--certs-dir", "/tls");
        orS3Proxy(store, authority);
    }

    /** What stands in for MinIO where its image can not be had takes no such arguments. */
    private static void orS3Proxy(GenericContainer<?> store, TestAuthority authority)
            throws IOException, GeneralSecurityException {
        var keys = Files.readAllBytes(authority.serverStore());
        store.withCopyToContainer(Transferable.of(keys, FOR_ALL_TO_READ), "/tls/server.p12");
        store.withEnv(
                "JAVA_OPTS",
                "-Xmx256m -Ds3proxy.endpoint= -Ds3proxy.secure-endpoint=https://0.0.0.0:" + S3
                        + " -Ds3proxy.keystore-path=/tls/server.p12 -Ds3proxy.keystore-password="
                        + authority.password());
    }

    private static GenericContainer<?> container(String image, int port, TestAuthority authority)
            throws GeneralSecurityException {
        return new GenericContainer<>(image)
                .withImagePullPolicy(name -> false)
                .withExposedPorts(port)
                .waitingFor(Wait.forListeningPort())
                .withCopyToContainer(Transferable.of(authority.chain(), FOR_ALL_TO_READ), CERTIFICATE)
                .withCopyToContainer(Transferable.of(authority.serverKey(), FOR_ALL_TO_READ), KEY);
    }

    private record Images(String database, String broker, String store) {

        static Optional<Images> found() {
            var all = Stream.of(PostgresStart.IMAGES, BrokerStart.IMAGES, MinioContainer.IMAGES)
                    .flatMap(images -> LocalDocker.firstImage(images).stream())
                    .toList();
            return all.size() == 3 ? Optional.of(new Images(all.get(0), all.get(1), all.get(2))) : Optional.empty();
        }
    }

    /**
     * Starts them, with certificates that are made in a folder.
     *
     * @return empty where Docker does not answer or lacks an image
     */
    public static Optional<EncryptedServers> start(Path folder) throws IOException, GeneralSecurityException {
        var images = Images.found();
        if (images.isEmpty()) {
            return Optional.empty();
        }
        var host = DockerClientFactory.instance().dockerHostIpAddress();
        var servers = new EncryptedServers(TestAuthority.in(folder, host), images.get());
        try {
            Startables.deepStart(servers.all()).join();
            return Optional.of(servers);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** Java's trust store with the authority that signed for them. */
    public Path trustStore() {
        return trustStore;
    }

    /** The settings of a service that uses them and checks who they are. */
    public Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry(
                        "quarkus.datasource.jdbc.url",
                        databaseWith("sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory")),
                Map.entry("quarkus.datasource.username", ACCOUNT),
                Map.entry("quarkus.datasource.password", password),
                Map.entry("rabbitmq-host", broker.getHost()),
                Map.entry("rabbitmq-port", broker.getMappedPort(AMQPS).toString()),
                Map.entry("rabbitmq-ssl", "true"),
                Map.entry("rabbitmq-username", ACCOUNT),
                Map.entry("rabbitmq-password", password),
                Map.entry("archiver.storage.kind", "s3"),
                Map.entry("archiver.storage.endpoint", "https://" + address(store, S3)),
                Map.entry("archiver.storage.access-key", ACCOUNT),
                Map.entry("archiver.storage.secret-key", password));
    }

    /** The database's URL with these parameters of its driver. */
    public String databaseWith(String parameters) {
        return "jdbc:postgresql://%s/%s?%s".formatted(address(database, POSTGRESQL), ACCOUNT, parameters);
    }

    private static String address(GenericContainer<?> container, int port) {
        return container.getHost() + ":" + container.getMappedPort(port);
    }

    private List<GenericContainer<?>> all() {
        return List.of(database, broker, store);
    }

    @Override
    public void close() {
        all().forEach(GenericContainer::close);
    }
}

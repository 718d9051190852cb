package org.webinararchiver.testservices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.io.file.PathUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.webinararchiver.embedded.database.DatabaseSettings;
import org.webinararchiver.embedded.database.EmbeddedDatabase;
import org.webinararchiver.testservices.Offer.Found;

/** Finds or starts the one PostgreSQL server of this JVM; public for {@link ProgramLoader}, which names it. */
public final class PostgresStart implements Supplier<Map<String, String>> {
    static final List<String> IMAGES = List.of("postgres:17", "postgres:18");

    @Override
    public Map<String, String> get() {
        return Once.SERVER.variables();
    }

    private static TestPostgres choose(Variables variables) {
        List<Offer<TestPostgres>> offers = List.of(
                new Offer<>(ServiceKind.ENVIRONMENT, () -> ofEnvironment(variables)),
                ContainerOffer.of(IMAGES, PostgreSQLContainer::new, PostgresStart::ofContainer),
                new Offer<>(ServiceKind.EMBEDDED, () -> Optional.of(embedded())));
        return new ServiceChoice(ServiceKind.forced(variables)).choose("PostgreSQL", offers);
    }

    private static Optional<Found<TestPostgres>> ofEnvironment(Variables variables) {
        return TestPostgres.read(variables).map(server -> new Found<>("environment, " + server.jdbcUrl(), server));
    }

    private static TestPostgres ofContainer(PostgreSQLContainer container) {
        return new TestPostgres(
                ServiceKind.CONTAINERS, container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static Found<TestPostgres> embedded() {
        var folder = Folders.temporary("postgresql");
        var settings =
                DatabaseSettings.in(folder).withBinariesFolder(Folders.cache().resolve("postgresql"));
        var database = EmbeddedDatabase.start(settings);
        AtEnd.run("stop the embedded database", () -> {
            database.close();
            PathUtils.deleteDirectory(folder);
        });
        var server = new TestPostgres(ServiceKind.EMBEDDED, database.jdbcUrl(), database.user(), database.password());
        return new Found<>("embedded", server);
    }

    private static final class Once {
        private static final TestPostgres SERVER = choose(Variables.ofThisProgram());
    }
}

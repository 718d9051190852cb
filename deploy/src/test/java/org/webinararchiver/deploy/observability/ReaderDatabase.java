package org.webinararchiver.deploy.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.webinararchiver.testservices.TestDatabase;
import org.webinararchiver.testservices.TestPostgres;

/**
 * A database with the tables of this version, seen by its owner and by the role that dashboards read with.
 *
 * @param owner may do everything
 * @param reader logged in as {@code archiver_reader}
 */
record ReaderDatabase(Connection owner, Connection reader) implements AutoCloseable {
    static final Path SCRIPT = Path.of("deploy", "observability", "postgresql", "reader.sql");

    private static final String PASSWORD = "it's a test's";

    static ReaderDatabase make() throws SQLException, IOException {
        var database = TestPostgres.server().newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        var owner = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        runScript(owner);
        return new ReaderDatabase(owner, reader(database));
    }

    private static Connection reader(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "archiver_reader", PASSWORD);
    }

    /** As psql would: what begins with a backslash is for psql itself, which puts the password in its place. */
    static void runScript(Connection owner) throws SQLException, IOException {
        var sql = Files.readString(Path.of("..").resolve(SCRIPT))
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"))
                .replace(":'password'", "'" + PASSWORD.replace("'", "''") + "'");
        execute(owner, sql);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        reader.close();
        owner.close();
    }
}

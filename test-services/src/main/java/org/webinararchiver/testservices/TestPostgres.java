package org.webinararchiver.testservices;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A PostgreSQL server for tests, one a JVM: that of {@code TEST_POSTGRES_URL}, {@code _USER} and {@code _PASSWORD},
 * else a container, else an embedded one.
 *
 * @param jdbcUrl of a database that exists, without user and password
 * @param user may create databases
 */
public record TestPostgres(ServiceKind kind, String jdbcUrl, String user, String password) {
    private static final String KIND = "TEST_POSTGRES_KIND";
    private static final String URL = "TEST_POSTGRES_URL";
    private static final String USER = "TEST_POSTGRES_USER";
    private static final String PASSWORD = "TEST_POSTGRES_PASSWORD";

    /** The server, started when it is asked for the first time; it ends with the JVM. */
    public static TestPostgres server() {
        return read(ProgramLoader.address(PostgresStart.class)).orElseThrow();
    }

    /** An empty database on this server. */
    public TestDatabase newDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database could be created at " + jdbcUrl, e);
        }
        return new TestDatabase(withDatabase(jdbcUrl, name), user, password);
    }

    /** The same server and parameters, another database. */
    static String withDatabase(String jdbcUrl, String database) {
        int query = jdbcUrl.indexOf('?');
        var parameters = query < 0 ? "" : jdbcUrl.substring(query);
        var address = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
        return address.substring(0, address.lastIndexOf('/') + 1) + database + parameters;
    }

    static Optional<TestPostgres> read(Variables variables) {
        return variables
                .find(URL)
                .map(url -> new TestPostgres(
                        ServiceKind.read(KIND, variables), url, variables.require(USER), variables.require(PASSWORD)));
    }

    Map<String, String> variables() {
        return Map.of(KIND, kind.name(), URL, jdbcUrl, USER, user, PASSWORD, password);
    }
}

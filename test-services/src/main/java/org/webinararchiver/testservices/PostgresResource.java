package org.webinararchiver.testservices;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Gives a Quarkus application under test an empty database of its own. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    @Override
    public Map<String, String> start() {
        var database = TestPostgres.server().newDatabase();
        return Map.of(URL, database.jdbcUrl(), USER, database.user(), PASSWORD, database.password());
    }

    /** Connects a test to the database that these settings lead an application to. */
    public static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(settings.get(URL), settings.get(USER), settings.get(PASSWORD));
    }

    /** Does nothing: the server is shared and ends with the JVM. */
    @Override
    public void stop() {}
}

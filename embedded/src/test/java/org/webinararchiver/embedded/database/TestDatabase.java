package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the tests of the database share: one unpacked PostgreSQL, and a way to talk to a server. */
final class TestDatabase {

    private TestDatabase() {}

    /** Settings for a folder of its own, with programs that are unpacked once for all tests. */
    static DatabaseSettings settings(Path dataFolder) {
        return DatabaseSettings.in(dataFolder).withBinariesFolder(Path.of("target", "postgresql"));
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    static void execute(EmbeddedDatabase database, String statement) throws SQLException {
        try (var connection = connect(database);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The first column of the first row. */
    static String query(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = connect(database);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The process of the server that runs on a data folder. */
    static ProcessHandle server(Path dataFolder) throws IOException {
        return postmaster(dataFolder).find().orElseThrow();
    }

    static Postmaster postmaster(Path dataFolder) throws IOException {
        return new Postmaster(ClusterFolder.create(dataFolder), binaries(), account(dataFolder));
    }

    /** The account that the server of a data folder runs under. */
    static ServerAccount account(Path dataFolder) throws IOException {
        return new AccountChoice(ClusterFolder.create(dataFolder), binaries(), AccountSwitch.ofThisSystem()).choose();
    }

    static Binaries binaries() throws IOException {
        return new BinariesCache(
                        settings(Path.of("unused")).binariesFolder(),
                        BinariesPlatform.current(),
                        BinariesVersion.builtIn(),
                        BinariesPlatform.current().archive())
                .provide();
    }
}

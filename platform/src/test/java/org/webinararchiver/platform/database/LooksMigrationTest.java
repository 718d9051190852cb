package org.webinararchiver.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.testservices.TestDatabase;
import org.webinararchiver.testservices.TestPostgres;

/** A database from before recordings had a look. */
class LooksMigrationTest {
    private final TestDatabase database = TestPostgres.server().newDatabase();
    private Connection connection;

    @BeforeEach
    void makeTheOldDatabase() throws SQLException {
        migrateTo("16");
        connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatWasMadeIsAStageAndItsFilesAreFoundByTheNamesOfStages() throws SQLException {
        var id = recording("PROCESSED");
        artifact(id, "video.mp4");
        artifact(id, "video_720p_from-PT1M.mp4");

        migrateTo("17");

        assertThat(one("select layout || ' ' || chat || ' ' || hide_silent from recording"))
                .isEqualTo("STAGE true false");
        assertThat(one("select string_agg(name, ' ' order by name) from artifact"))
                .isEqualTo("video_stage.mp4 video_stage_720p_from-PT1M.mp4");
    }

    @Test
    void whatIsUnderWayBecomesWhatIsUsualNow() throws SQLException {
        recording("DOWNLOADING");
        migrateTo("17");
        assertThat(one("select layout from recording")).isEqualTo("AUTO");
    }

    @Test
    void whatIsWrittenWithoutALookIsTheUsual() throws SQLException {
        migrateTo("17");
        recording("PENDING");
        assertThat(one("select layout from recording")).isEqualTo("AUTO");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .target(version)
                .load()
                .migrate();
    }

    private UUID recording(String state) throws SQLException {
        var id = UUID.randomUUID();
        run("""
                insert into recording (id, owner, source, link_key, page, state)
                values ('%s', 'anna', 'mts-link', 'key', 'https://my.mts-link.ru/x', '%s')
                """.formatted(id, state));
        return id;
    }

    private void artifact(UUID recording, String name) throws SQLException {
        run("""
                insert into artifact (recording_id, name, object_key, bytes, media_type)
                values ('%s', '%s', 'recordings/%s/%s', 1, 'video/mp4')
                """.formatted(recording, name, recording, name));
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}

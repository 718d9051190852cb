package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.crd.ScaledObject;
import org.webinararchiver.deploy.crd.ScaledObject.Trigger;
import org.webinararchiver.deploy.crd.TriggerAuthentication;
import org.webinararchiver.testservices.TestPostgres;

/** KEDA counts the tasks that there is work for, by asking the database that the services really have. */
class AutoscalingTest {
    private static Connection connection;

    @BeforeAll
    static void makeTheTables() throws SQLException {
        var database = TestPostgres.server().newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @BeforeEach
    void emptyThem() throws SQLException {
        execute("truncate recording cascade");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void anEmptyArchiveNeedsNobody() throws SQLException {
        assertThat(work(Component.DOWNLOAD_WORKER)).isZero();
        assertThat(work(Component.COMPILE_WORKER)).isZero();
    }

    @Test
    void eachKindIsWorkForOneOfTheWorkers() throws SQLException {
        for (var kind : new String[] {"PLAN", "FETCH"}) {
            task(kind, "ready = true");
        }
        for (var kind : new String[] {"COMPILE", "RENDER", "ASSEMBLE"}) {
            task(kind, "ready = true");
        }
        assertThat(work(Component.DOWNLOAD_WORKER)).isEqualTo(2);
        assertThat(work(Component.COMPILE_WORKER)).isEqualTo(3);
    }

    @Test
    void whatIsReadyOrDueOrUnderWayIsWork() throws SQLException {
        task("FETCH", "ready = true");
        task("FETCH", "ready = false, due_at = clock_timestamp() - interval '1 minute'");
        task("FETCH", "ready = false, state = 'LEASED', lease_holder = 'one', lease_until = clock_timestamp()");
        assertThat(work(Component.DOWNLOAD_WORKER)).isEqualTo(3);
    }

    @Test
    void whatRestsOrIsHeldOrOverIsNot() throws SQLException {
        task("FETCH", "ready = false, due_at = clock_timestamp() + interval '1 minute'");
        task("FETCH", "ready = false, held = true");
        for (var end : new String[] {"DONE", "FAILED", "CANCELLED"}) {
            task("FETCH", "ready = false, state = '" + end + "', finished_at = clock_timestamp()");
        }
        assertThat(work(Component.DOWNLOAD_WORKER)).isZero();
    }

    @Test
    void ofALongQueueNoMoreIsCountedThanTheMostPodsHaveUseFor() throws SQLException {
        var most = trigger(Component.DOWNLOAD_WORKER);
        var scaled = scaled(Component.DOWNLOAD_WORKER).spec();
        var useful = scaled.maxReplicaCount() * Integer.parseInt(most.metadata().get("targetQueryValue"));
        for (var more = 0; more < useful + 5; more++) {
            task("PLAN", "ready = true");
        }
        assertThat(work(Component.DOWNLOAD_WORKER)).isEqualTo(useful);
    }

    @Test
    void organisationsAreLookedAtThoughNothingIsDue() {
        assertThat(scaled(Component.DOWNLOAD_WORKER).spec().minReplicaCount()).isPositive();
        assertThat(scaled(Component.COMPILE_WORKER).spec().minReplicaCount()).isZero();
    }

    @Test
    void kedaFindsPostgresFromItsOwnNamespaceAndLogsInByASecret() {
        var documents = Rendering.EVERYTHING.documents();
        assertThat(trigger(Component.COMPILE_WORKER).metadata())
                .containsEntry("host", "postgresql.archive.svc")
                .containsEntry("sslmode", "verify-full")
                .doesNotContainKeys("password", "userName", "connection");
        assertThat(documents.of(TriggerAuthentication.class)).singleElement().satisfies(login -> {
            assertThat(login.metadata().getName())
                    .isEqualTo(trigger(Component.COMPILE_WORKER)
                            .authenticationRef()
                            .name());
            assertThat(login.spec().secretTargetRef())
                    .extracting("parameter", "name")
                    .containsExactly(tuple("userName", "keda-database"), tuple("password", "keda-database"));
        });
    }

    @Test
    void aServerElsewhereKeepsItsName() {
        var scaled = Rendering.EXTERNAL_SERVERS.documents().of(ScaledObject.class);
        assertThat(scaled)
                .allSatisfy(one -> assertThat(one.spec().triggers().getFirst().metadata())
                        .containsEntry("host", "archiver.db.example.com")
                        .containsEntry("port", "6432"));
    }

    private static ScaledObject scaled(Component component) {
        return Rendering.EVERYTHING.documents().of(ScaledObject.class).stream()
                .filter(one -> one.metadata().getLabels().get(Component.LABEL).equals(component.label()))
                .findFirst()
                .orElseThrow();
    }

    private static Trigger trigger(Component component) {
        return scaled(component).spec().triggers().getFirst();
    }

    private long work(Component component) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(trigger(component).metadata().get("query"))) {
            result.next();
            return result.getLong(1);
        }
    }

    private void task(String kind, String changes) throws SQLException {
        var id = UUID.randomUUID();
        execute("""
                insert into recording (id, owner, source, link_key, page, state)
                values ('%1$s', 'school', 'mts-link', '%1$s', 'https://example.com', 'PENDING')
                """.formatted(id));
        execute(
                "insert into task (id, recording_id, kind, state, owner) values ('%1$s', '%1$s', '%2$s', 'WAITING', 'school')"
                        .formatted(id, kind));
        execute("update task set %s where id = '%s'".formatted(changes, id));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

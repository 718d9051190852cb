package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.server.MediaFiles;
import org.webinararchiver.simulator.server.OrganisationList;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.PostgresResource;
import org.webinararchiver.testservices.TestBroker;

/** A whole organisation is found, although the worker that reads its list is killed in the middle. */
@Tag("servers")
@Timeout(300)
class OrganisationTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RECORDS = 250;

    /** A lease that runs out soon, so that a test need not wait a minute for a lost worker's look. */
    private static final Map<String, String> SETTINGS = Map.of("ARCHIVER_ORGANISATIONS_LEASE", "PT5S");

    @TempDir
    private Path folder;

    private Simulator platform;
    private Deployment deployment;

    @BeforeEach
    void start() throws Exception {
        platform = Simulator.start(0, MediaFiles.none(), List.of());
        for (int number = 1; number <= RECORDS; number++) {
            list(number);
        }
        deployment = Deployment.begin(
                OUTPUTS, folder, SETTINGS, TestBroker.server(), List.of("api-service", "download-worker"));
        deployment.awaitReady();
    }

    @AfterEach
    void stop() {
        deployment.close();
        platform.close();
    }

    @Test
    void whatAKilledWorkerDidNotReadAnotherOneReadsAndAWebhookBringsWhatIsNew() throws Exception {
        platform.organisation().holdBehind(0);
        var added = add();
        String id = added.getString("id");
        await("the second page is asked for")
                .atMost(PATIENCE)
                .until(() -> platform.requests().count(PathKind.ORGANISATION) == 2);
        assertThat(recordings()).isEqualTo(100);

        var worker = deployment.of("download-worker").getFirst();
        worker.kill();
        platform.organisation().goOn();
        deployment.replace(worker);

        var first = lookEndedAfter(id, "");
        assertThat(first.getInt("last.added")).isEqualTo(RECORDS);
        assertThat(recordings()).isEqualTo(RECORDS);
        assertThat(platform.requests().latest().stream()
                        .filter(request -> request.query().contains("offset=0&")))
                .as("the page that was read is not read again")
                .hasSize(1);

        list(RECORDS + 1);
        tell(added.getString("webhook"));
        assertThat(lookEndedAfter(id, first.getString("last.at")).getInt("last.added"))
                .isEqualTo(1);
        assertThat(recordings()).isEqualTo(RECORDS + 1);
    }

    private void list(int number) {
        platform.organisation()
                .add(number, "Lesson " + number, "/1/2/record-new/" + number, OffsetDateTime.now(ZoneOffset.UTC));
    }

    private JsonPath add() {
        var school = Map.of(
                "name",
                "School",
                "token",
                OrganisationList.TOKEN,
                "api",
                platform.organisationApi().toString());
        return deployment
                .recordings()
                .request()
                .contentType("application/json")
                .body(school)
                .post("/api/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void tell(String webhook) {
        deployment
                .recordings()
                .request()
                .body("{\"event\":\"recordFile.ready\"}")
                .post(webhook)
                .then()
                .statusCode(204);
    }

    /** Waits for the end of a look that ended after this one, or of any. */
    private JsonPath lookEndedAfter(String id, String earlier) {
        return await("a look has ended")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> show(id),
                        shown -> shown.get("last") != null
                                && shown.get("last.trouble") == null
                                && !shown.getString("last.at").equals(earlier));
    }

    private JsonPath show(String id) {
        return deployment
                .recordings()
                .request()
                .get("/api/v1/organisations/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long recordings() throws SQLException {
        var database = deployment.database();
        try (var connection = PostgresResource.connect(database);
                var rows = connection.createStatement().executeQuery("select count(*) from recording")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

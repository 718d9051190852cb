package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.FoundFfmpeg;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.EncryptedServers;

/**
 * PostgreSQL, RabbitMQ and the object store speak TLS alone, with certificates of an authority of the operator's own.
 */
@Tag("servers")
@Timeout(300)
class EncryptedServersTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final String WHAT_TO_DO = "add the authority that signed it to the trust store";

    private static final String SECRETS_KEY = SecretsKey.random();

    @TempDir
    static Path folder;

    private static EncryptedServers servers;

    @BeforeAll
    static void start() throws Exception {
        var started = EncryptedServers.start(folder);
        assumeTrue(started.isPresent(), "needs Docker and images of all three servers");
        servers = started.get();
    }

    @AfterAll
    static void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void aRecordingIsArchivedWhereTheAuthorityIsTrusted() throws Exception {
        var meeting = Lectures.inThreeFiles("encrypted");
        var trusting = Map.of("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.trustStore=" + servers.trustStore());
        try (var simulator = Simulator.start(0, TestStudio.with(List.of(meeting)), List.of(meeting));
                var api = service("api-service", trusting);
                var downloads = service("download-worker", trusting);
                var compiles = service("compile-worker", trusting)) {
            List.of(api, downloads, compiles).forEach(ServiceProcess::awaitReady);
            var recordings = new RecordingsApi(api.port());

            var id = recordings.accepted(simulator.linkTo(meeting));

            assertThat(recordings.ended(id).getString("outcome")).isEqualTo("COMPLETE");
            FinishedFile.mustBe(meeting, recordings.video(id, folder));
        }
    }

    @Test
    void aServiceThatDoesNotTrustTheDatabaseEndsAndSaysWhatToDo() throws Exception {
        try (var service = service("compile-worker", Map.of())) {
            assertThat(service.awaitEnd()).isNotZero();
            assertThat(service.output())
                    .contains("The database does not let us in")
                    .contains(WHAT_TO_DO);
        }
    }

    @Test
    void aServiceThatDoesNotTrustTheBrokerEndsAndSaysWhatToDo() throws Exception {
        var trustingAnyDatabase = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                servers.databaseWith("sslmode=require"),
                "ARCHIVER_BROKER_PATIENCE",
                "PT1S");
        try (var service = service("compile-worker", trustingAnyDatabase)) {
            assertThat(service.awaitEnd()).isNotZero();
            assertThat(service.output()).contains("No broker let us in").contains(WHAT_TO_DO);
        }
    }

    private static ServiceProcess service(String module, Map<String, String> further)
            throws IOException, FfmpegNotFound, InterruptedException {
        var variables = new HashMap<String, String>();
        servers.settings().forEach((name, value) -> variables.put(Deployment.variable(name), value));
        variables.put("ARCHIVER_ALLOW_PRIVATE_HOSTS", "127.0.0.1");
        variables.put("ARCHIVER_FFMPEG", FoundFfmpeg.get().ffmpeg().toString());
        variables.put("ARCHIVER_SECRETS_KEY", SECRETS_KEY);
        variables.putAll(further);
        return ServiceProcess.start(module, variables, folder.resolve("scratch-" + module), OUTPUTS);
    }
}

package org.webinararchiver.systemtests.services;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.process.Program;
import org.webinararchiver.testservices.TestBroker;

/** What an operator does by the service's own jar while it runs: make and end API keys, and change the secrets' key. */
@Tag("servers")
@Timeout(300)
class KeysTest {
    private static final Duration TO_END = Duration.ofSeconds(60);

    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeByCommandOpensTheServiceAndIsRevokedAndTheSecretsKeyIsChanged() throws Exception {
        var everywhere = Map.of("QUARKUS_HTTP_HOST", "0.0.0.0");
        try (var deployment = Deployment.begin(
                outputs, folder.resolve("scratch"), everywhere, TestBroker.server(), List.of("api-service"))) {
            deployment.awaitReady();
            var service = deployment.of("api-service").getFirst();
            await().until(() -> service.output().contains("There is no valid API key"));
            assertThat(status(service, "none")).isEqualTo(401);

            var key = keys(deployment, "create", "--name", "school", "--scopes", "read")
                    .strip();
            assertThat(key).startsWith("wa_");
            assertThat(status(service, key)).isEqualTo(200);

            var list = keys(deployment, "list");
            assertThat(list).contains("school").doesNotContain(key);
            keys(
                    deployment,
                    "revoke",
                    list.lines().skip(1).findFirst().orElseThrow().split(" ")[0]);
            await().atMost(Duration.ofSeconds(5)).until(() -> status(service, key) == 401);
            assertThat(service.output()).doesNotContain(key);

            theSecretsKeyIsChanged(deployment);
        }
    }

    private void theSecretsKeyIsChanged(Deployment deployment) throws Exception {
        var key = run(deployment, Map.of(), "keys", "create", "--name", "once", "--scopes", "submit")
                .strip();
        given().baseUri("http://127.0.0.1")
                .port(deployment.of("api-service").getFirst().port())
                .header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(Map.of("link", "https://my.mts-link.ru/1/2/record-new/3", "sessionId", "s3ss10n"))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202);
        var file =
                Files.writeString(folder.resolve("keys"), SecretsKey.random() + "\n" + deployment.secretsKey() + "\n");
        var byFile = Map.of("ARCHIVER_SECRETS_KEY_FILE", file.toString());

        assertThat(run(deployment, byFile, "secrets", "rotate"))
                .contains("1 of 1 secrets were sealed anew", "may be removed");

        Files.writeString(file, Files.readAllLines(file).getFirst());
        assertThat(run(deployment, byFile, "secrets", "check"))
                .contains("seals")
                .doesNotContain("is needed");
    }

    private static int status(ServiceProcess service, String key) {
        return given().baseUri("http://127.0.0.1")
                .port(service.port())
                .header("Authorization", "Bearer " + key)
                .get("/api/v1/recordings")
                .statusCode();
    }

    /** What the command prints. */
    private String keys(Deployment deployment, String... arguments) throws IOException, InterruptedException {
        return run(
                deployment,
                Map.of(),
                Stream.concat(Stream.of("keys"), Stream.of(arguments)).toArray(String[]::new));
    }

    private String run(Deployment deployment, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Applications.java().toString(),
                "-jar",
                Applications.jar("api-service").toString()));
        command.addAll(List.of(arguments));
        var environment = new HashMap<>(settings);
        deployment.database().forEach((name, value) -> environment.put(Deployment.variable(name), value));
        try (var program = Program.start(
                command, environment, outputs.file(arguments[0] + "-" + arguments[1]), outputs.file("errors"))) {
            assertThat(program.awaitEnd(TO_END)).as(program.errors()).isZero();
            return program.output();
        }
    }
}

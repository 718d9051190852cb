package org.webinararchiver.api.secrets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.secret.Rotation;
import org.webinararchiver.platform.secret.Vault;
import org.webinararchiver.platform.task.Transactions;
import picocli.CommandLine;

/** The operator's side of changing the key; that everything is sealed anew is shown where it is done. */
@ApiTest
class SecretsCommandTest {
    private static final String OTHER = "b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";

    @Inject
    DataSource database;

    @Inject
    Vault vault;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "archiver.secrets.key")
    String ofService;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private UUID recording;

    @BeforeEach
    void aSessionIsKept() {
        recording = UUID.fromString(given().contentType(ContentType.JSON)
                .body(Map.of("link", Samples.link(), "sessionId", "s3ss10n"))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    /** The service, which goes on with its one key, can read everything again. */
    @AfterEach
    void sealAsTheServiceDoes() {
        run(keys(ofService, OTHER), "rotate");
        assertThat(transactions.call(() -> vault.pass(recording).secrets())).containsValue(new Secret("s3ss10n"));
    }

    @Test
    void whatIsSealedAnewIsToldAndThatTheOldKeyMayBeRemoved() {
        assertThat(run(keys(OTHER, ofService), "check")).isZero();
        assertThat(out.toString()).containsPattern("[0-9a-f]{16} +0  seals").containsPattern("\\d+  is needed");

        assertThat(run(keys(OTHER, ofService), "rotate")).isZero();
        assertThat(out.toString())
                .containsPattern("(\\d+) of \\1 secrets were sealed anew")
                .contains("may be removed from the settings");
        assertThat(errors.toString()).contains("sealed anew …");

        assertThat(run(keys(OTHER, ofService), "check")).isZero();
        assertThat(out.toString()).containsPattern("\\d+  seals").containsPattern(" 0  may be removed");
        assertThat(run(keys(OTHER), "check")).isZero();
    }

    @Test
    void whatNoKeyOpensIsToldAndFailsTheCommand() {
        assertThat(run(keys(OTHER), "check")).isEqualTo(1);
        assertThat(out.toString()).contains("is not set");
        assertThat(errors.toString()).contains("can not be read with any key that is set");
        assertThat(run(keys(OTHER), "rotate")).isEqualTo(1);
    }

    @Test
    void noKeyIsShown() {
        run(keys(OTHER, ofService), "check");
        run(keys(OTHER, ofService), "rotate");
        assertThat(out.toString() + errors).doesNotContain(OTHER, ofService, "s3ss10n");
    }

    @Test
    void withoutAKeyItSaysWhichSettingIsMissing() {
        assertThat(run(() -> Rotation.with(Optional.empty(), Optional.empty(), List.of(), database), "check"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("archiver.secrets.key-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "destroy"})
    void whatIsNotUnderstoodIsWrongUsage(String argument) {
        var arguments = argument.isEmpty() ? new String[0] : new String[] {argument};
        assertThat(run(keys(ofService), arguments)).isEqualTo(2);
        assertThat(errors.toString()).isNotBlank();
    }

    private Supplier<Rotation> keys(String first, String... old) {
        return () -> Rotation.with(Optional.of(first), Optional.empty(), List.of(old), database);
    }

    private int run(Supplier<Rotation> rotation, String... arguments) {
        out.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return new CommandLine(new SecretsCommand(rotation))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}

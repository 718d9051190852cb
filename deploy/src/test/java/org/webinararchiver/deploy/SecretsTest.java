package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Documents;
import org.webinararchiver.deploy.chart.Rendering;

/** Secrets are named, never written, and each pod gets those that it needs. */
class SecretsTest {
    private static final String SECRET = ".*(PASSWORD|USERNAME|ACCESS_KEY|SECRET|TOKEN|_KEY).*";

    @ParameterizedTest
    @EnumSource
    void whatIsSecretIsTakenFromASecret(Rendering rendering) {
        for (var component : Component.values()) {
            assertThat(environment(rendering.documents(), component))
                    .filteredOn(set -> set.getName().matches(SECRET))
                    .isNotEmpty()
                    .allSatisfy(set -> {
                        assertThat(set.getValue()).as(set.getName()).isNull();
                        assertThat(set.getValueFrom().getSecretKeyRef().getName())
                                .as(set.getName())
                                .isNotEmpty();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPasswordHidesInAnAddress(Rendering rendering) {
        for (var component : Component.values()) {
            assertThat(environment(rendering.documents(), component))
                    .extracting(EnvVar::getValue)
                    .filteredOn(value -> value != null)
                    .noneMatch(value -> value.matches("(?i).*(password=|passwd=|//[^/]*:[^/]*@).*"));
        }
    }

    @Test
    void aCompileWorkerGetsWhatItNeedsToLogInAndNothingElse() {
        for (var rendering : Rendering.values()) {
            assertThat(secretsOf(rendering.documents(), Component.COMPILE_WORKER))
                    .containsExactlyInAnyOrder(
                            "QUARKUS_DATASOURCE_USERNAME",
                            "QUARKUS_DATASOURCE_PASSWORD",
                            "RABBITMQ_USERNAME",
                            "RABBITMQ_PASSWORD",
                            "ARCHIVER_STORAGE_ACCESS_KEY",
                            "ARCHIVER_STORAGE_SECRET_KEY");
        }
    }

    @Test
    void whoSealsAndWhoUsesSessionIdsHaveOneKey() {
        var documents = Rendering.DEFAULTS.documents();
        assertThat(keyThatSeals(documents, Component.API_SERVICE))
                .isEqualTo(keyThatSeals(documents, Component.DOWNLOAD_WORKER))
                .isEqualTo("webinar-archiver-secrets-key/key");
    }

    @Test
    void secretsMayHaveOtherNamesAndEntries() {
        var environment = environment(Rendering.EXTERNAL_SERVERS.documents(), Component.COMPILE_WORKER);
        assertThat(environment)
                .filteredOn(set -> set.getName().startsWith("QUARKUS_DATASOURCE_") && set.getValueFrom() != null)
                .extracting(SecretsTest::place)
                .containsExactlyInAnyOrder("managed-database/login", "managed-database/secret");
    }

    @Test
    void furtherSecretSettingsComeFromSecretsToo() {
        assertThat(environment(Rendering.EVERYTHING.documents(), Component.DOWNLOAD_WORKER))
                .filteredOn(set -> set.getName().equals("ARCHIVER_WEB_PROXY"))
                .singleElement()
                .extracting(SecretsTest::place)
                .isEqualTo("proxy/url");
    }

    @Test
    void authoritiesAreTrustedByAFileThatNobodyCanChange() {
        for (var component : Component.values()) {
            var documents = Rendering.EVERYTHING.documents();
            assertThat(documents.setting(component, "JAVA_TOOL_OPTIONS"))
                    .hasValueSatisfying(options ->
                            assertThat(options).endsWith("-Djavax.net.ssl.trustStore=/trust/truststore.p12"));
            assertThat(documents.container(component).getVolumeMounts())
                    .filteredOn(mount -> mount.getMountPath().equals("/trust"))
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.getReadOnly()).isTrue());
        }
    }

    private static Set<String> secretsOf(Documents documents, Component component) {
        return environment(documents, component).stream()
                .filter(set -> set.getValueFrom() != null)
                .map(EnvVar::getName)
                .collect(Collectors.toSet());
    }

    private static String keyThatSeals(Documents documents, Component component) {
        return environment(documents, component).stream()
                .filter(set -> set.getName().equals("ARCHIVER_SECRETS_KEY"))
                .map(SecretsTest::place)
                .findFirst()
                .orElseThrow();
    }

    private static String place(EnvVar set) {
        var from = set.getValueFrom().getSecretKeyRef();
        return from.getName() + "/" + from.getKey();
    }

    private static List<EnvVar> environment(Documents documents, Component component) {
        return documents.container(component).getEnv();
    }
}

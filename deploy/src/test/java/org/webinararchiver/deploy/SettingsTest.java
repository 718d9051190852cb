package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.deploy.settings.KnownSettings;

/** What the chart sets is what the services read. */
class SettingsTest {

    @ParameterizedTest
    @EnumSource
    void everyVariableIsASettingOfTheServiceThatGetsIt(Component component) throws IOException {
        var known = KnownSettings.of(component);
        for (var rendering : Rendering.values()) {
            assertThat(rendering.documents().container(component).getEnv())
                    .as("%s", rendering)
                    .extracting("name", String.class)
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(known.variables()).contains(name));
        }
    }

    @Test
    void aServiceDoesNotKnowTheSettingsOfOthers() throws IOException {
        assertThat(KnownSettings.of(Component.API_SERVICE).variables())
                .contains("ARCHIVER_DISPATCH_DEPTH")
                .doesNotContain("ARCHIVER_COMPILE_KEEP", "ARCHIVER_DOWNLOAD_PLANS");
        assertThat(KnownSettings.of(Component.COMPILE_WORKER).variables())
                .contains("ARCHIVER_COMPILE_KEEP", "ARCHIVER_TASKS_POLL")
                .doesNotContain("ARCHIVER_WEB_PROXY", "ARCHIVER_METADATA_MOST_BYTES");
    }

    @ParameterizedTest
    @EnumSource
    void otherServicesInTheNamespaceSetNothing(Rendering rendering) {
        for (var component : Component.values()) {
            assertThat(rendering.documents().pod(component).getEnableServiceLinks())
                    .isFalse();
        }
    }

    @Test
    void whereTheServersAreIsSaidInTheWordsOfTheServices() {
        var documents = Rendering.EXTERNAL_SERVERS.documents();
        var worker = Component.COMPILE_WORKER;
        assertThat(documents.setting(worker, "QUARKUS_DATASOURCE_JDBC_URL"))
                .hasValue("jdbc:postgresql://archiver.db.example.com:6432/archiver?sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(documents.setting(worker, "RABBITMQ_HOST")).hasValue("mq.example.com");
        assertThat(documents.setting(worker, "RABBITMQ_PORT")).hasValue("5671");
        assertThat(documents.setting(worker, "RABBITMQ_SSL")).hasValue("true");
        assertThat(documents.setting(worker, "RABBITMQ_VIRTUAL_HOST")).hasValue("archiver");
        assertThat(documents.setting(worker, "ARCHIVER_STORAGE_ENDPOINT"))
                .hasValue("https://s3.eu-central-1.example.com:443");
        assertThat(documents.setting(worker, "ARCHIVER_STORAGE_REGION")).hasValue("eu-central-1");
    }

    @Test
    void whatIsSetForOneServiceComesBeforeWhatIsSetForAll() {
        var documents = Rendering.EVERYTHING.documents();
        assertThat(documents.setting(Component.DOWNLOAD_WORKER, "ARCHIVER_TASKS_POLL"))
                .hasValue("PT3S");
        assertThat(documents.setting(Component.COMPILE_WORKER, "ARCHIVER_TASKS_POLL"))
                .hasValue("PT5S");
    }

    @Test
    void usersTakeFilesFromWhereTheyReachTheStore() {
        assertThat(Rendering.EVERYTHING.documents().setting(Component.API_SERVICE, "ARCHIVER_STORAGE_PUBLIC_ENDPOINT"))
                .hasValue("https://files.example.com");
        assertThat(Rendering.DEFAULTS.documents().setting(Component.API_SERVICE, "ARCHIVER_STORAGE_PUBLIC_ENDPOINT"))
                .isEmpty();
    }
}

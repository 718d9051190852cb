package org.webinararchiver.deploy.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.settings.KnownSettings;

/** {@code docs/settings.md} tells of every setting, and of none that there is not. */
class SettingsReferenceTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

    private static Reference reference;

    @BeforeAll
    static void read() throws IOException {
        reference = Reference.read();
    }

    @Test
    void theDocumentIsWhatTheCodeSays() throws IOException {
        var written = reference.markdown();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(DOCUMENT)
                .as("written anew by ./mvnw -pl deploy -am test -Dtest=SettingsReferenceTest "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -Dsettings.write=true")
                .content()
                .isEqualTo(written);
    }

    @Test
    void tellsOfEachSettingOnce() {
        assertThat(reference.groups())
                .flatExtracting(SettingGroup::settings)
                .extracting(Setting::variable)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfEverySettingOfOursThatAServiceReads(Component service) throws IOException {
        assertThat(KnownSettings.of(service).variables())
                .filteredOn(name -> name.startsWith("ARCHIVER_"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(reference.variables());
    }

    @ParameterizedTest
    @EnumSource
    void namesNoSettingOfAServiceThatDoesNotKnowIt(Component service) throws IOException {
        var known = KnownSettings.of(service).variables();
        assertThat(reference.groups())
                .filteredOn(group -> group.where().contains(service.label()))
                .flatExtracting(SettingGroup::settings)
                .extracting(Setting::variable)
                .filteredOn(name -> Stream.of("ARCHIVER_", "RABBITMQ_", "QUARKUS_HTTP_", "QUARKUS_DATASOURCE_")
                        .anyMatch(name::startsWith))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    @Test
    void aSettingWithoutAWordForOperatorsIsRefused() {
        assertThatThrownBy(() -> JavadocText.of("archiver.tasks.poll", null))
                .hasMessageContaining("archiver.tasks.poll")
                .hasMessageContaining("Javadoc");
        assertThatThrownBy(() -> JavadocText.of("archiver.tasks.poll", "how often"))
                .hasMessageContaining("no sentence");
    }
}

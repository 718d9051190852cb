package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Chart;
import org.webinararchiver.deploy.chart.Rendering;

/** What is said at the end of an installation is enough to go on. */
class NotesTest {

    @ParameterizedTest
    @EnumSource
    void saysHowToGetAKeyAndWhatItNeeds(Rendering rendering) {
        assertThat(Chart.notes(rendering.file()))
                .contains("keys create --name admin --scopes admin")
                .contains("webinar-archiver-secrets-key (key)")
                .contains("/api/v1/recordings")
                .doesNotContain("<no value>");
    }

    @Test
    void namesTheSecretsThatWereChosen() {
        assertThat(Chart.notes(Rendering.EXTERNAL_SERVERS.file())).contains("managed-database (login, secret)");
    }

    @Test
    void warnsOfWhatIsOpen() {
        assertThat(Chart.notes(Rendering.ONE_OF_EACH.file()))
                .contains("No network policies")
                .contains("no TLS");
        assertThat(Chart.notes(Rendering.EVERYTHING.file()))
                .doesNotContain("No network policies")
                .doesNotContain("no TLS");
    }
}

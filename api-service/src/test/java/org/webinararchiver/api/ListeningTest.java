package org.webinararchiver.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@ApiTest
class ListeningTest {

    /** Elsewhere keys are needed, and the framework's own choice is every address of the machine. */
    @Test
    void theApiIsHeardOnThisMachineAloneUnlessSomebodyChoosesOtherwise() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.host", String.class))
                .isEqualTo("127.0.0.1");
    }
}

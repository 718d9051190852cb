package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.testservices.ChannelSettings;

/** The settings of the channels as the worker finds them. */
class ChannelSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"plan", "fetch"})
    void aChannelOfWakeUpsIsSet(String kind) {
        assertThat(ChannelSettings.ofWakeUps(kind).all()).containsAllEntriesOf(ChannelSettings.wantedOfWakeUps(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "fetch"})
    void theWorkerLivesOnWithoutItsBroker(String kind) {
        assertThat(ChannelSettings.ofWakeUps(kind).decideLiveness()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "fetch"})
    void aBrokerThatRefusesArgumentsIsGivenNone(String kind) {
        var chosen = Map.of("archiver.broker.queue-type", "", "archiver.broker.dead-letters", "false");

        assertThat(ChannelSettings.ofWakeUps(kind, chosen).all())
                .doesNotContainKeys("queue.x-queue-type", "dead-letter-queue-type")
                .containsEntry("auto-bind-dlq", "false");
    }
}

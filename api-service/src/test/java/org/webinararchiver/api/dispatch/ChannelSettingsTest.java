package org.webinararchiver.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.testservices.ChannelSettings;

/** The settings of the channel as the service finds them; why each matters is in {@code docs/adr}. */
class ChannelSettingsTest {
    private final ChannelSettings channel = ChannelSettings.ofWaking();

    static Stream<Map.Entry<String, String>> settings() {
        return Map.ofEntries(
                Map.entry("connector", "smallrye-rabbitmq"),
                Map.entry("exchange.name", "archiver.tasks"),
                Map.entry("exchange.type", "direct"),
                Map.entry("publish-confirms", "true"),
                Map.entry("automatic-recovery-enabled", "false"),
                Map.entry("reconnect-attempts", "2147483647"),
                Map.entry("reconnect-interval", "1"))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theChannelThatWakesWorkersIsSet(Map.Entry<String, String> setting) {
        assertThat(channel.all()).contains(setting);
    }

    @Test
    void theServiceLivesOnWithoutItsBroker() {
        assertThat(channel.decideLiveness()).isFalse();
    }
}

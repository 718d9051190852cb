package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the channels as the worker finds them; why each matters is in {@code docs/adr}. */
class ChannelSettingsTest {
    private static final int BEFORE_FILES = 500;

    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry("connector", "smallrye-rabbitmq"),
            Map.entry("exchange.name", "archiver.tasks"),
            Map.entry("exchange.type", "direct"),
            Map.entry("queue.durable", "true"),
            Map.entry("queue.x-queue-type", "quorum"),
            Map.entry("automatic-recovery-enabled", "true"),
            Map.entry("reconnect-attempts", "0"),
            Map.entry("max-outstanding-messages", "16"),
            Map.entry("content-type-override", "text/plain"),
            Map.entry("auto-bind-dlq", "true"),
            Map.entry("dlx.declare", "true"),
            Map.entry("dead-letter-exchange", "archiver.dead-letters"),
            Map.entry("dead-letter-queue-name", "tasks.dead-letters"),
            Map.entry("dead-letter-queue-type", "quorum"));

    @ParameterizedTest
    @ValueSource(strings = {"plan", "fetch"})
    void aChannelOfWakeUpsIsSet(String kind) {
        var config = config(Map.of());

        assertThat(WANTED)
                .allSatisfy((name, value) ->
                        assertThat(setting(config, kind, name)).as(name).isEqualTo(value));
        assertThat(setting(config, kind, "queue.name")).isEqualTo("tasks." + kind);
        assertThat(setting(config, kind, "routing-keys")).isEqualTo("tasks." + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "fetch"})
    void theWorkerLivesOnWithoutItsBroker(String kind) {
        var liveness = "quarkus.messaging.health.\"%s-wakeups\".liveness.enabled".formatted(kind);

        assertThat(config(Map.of()).getValue(liveness, Boolean.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "fetch"})
    void aBrokerThatRefusesArgumentsIsGivenNone(String kind) {
        var config = config(Map.of("archiver.broker.queue-type", "", "archiver.broker.dead-letters", "false"));

        var channel = "mp.messaging.incoming." + kind + "-wakeups.";
        assertThat(config.getOptionalValue(channel + "queue.x-queue-type", String.class))
                .isEmpty();
        assertThat(config.getOptionalValue(channel + "dead-letter-queue-type", String.class))
                .isEmpty();
        assertThat(config.getValue(channel + "auto-bind-dlq", Boolean.class)).isFalse();
    }

    private static Config config(Map<String, String> chosen) {
        return new SmallRyeConfigBuilder()
                .addPropertiesSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(chosen, "chosen", BEFORE_FILES))
                .build();
    }

    private static String setting(Config config, String kind, String name) {
        return config.getValue("mp.messaging.incoming.%s-wakeups.%s".formatted(kind, name), String.class);
    }
}

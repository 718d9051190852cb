package org.webinararchiver.testservices;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** The settings of a channel of messages as the program's own files give them, which is not started for that. */
public final class ChannelSettings {
    private static final int BEFORE_FILES = 500;

    private static final Map<String, String> WAKE_UPS = Map.ofEntries(
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

    private final Config config;
    private final String channel;
    private final String prefix;

    private ChannelSettings(String direction, String channel, Map<String, String> chosen) {
        this.channel = channel;
        this.prefix = "mp.messaging.%s.%s.".formatted(direction, channel);
        this.config = new SmallRyeConfigBuilder()
                .addPropertiesSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(chosen, "chosen", BEFORE_FILES))
                .build();
    }

    /** Of the channel on which a service wakes workers. */
    public static ChannelSettings ofWaking() {
        return new ChannelSettings("outgoing", "task-wakeups", Map.of());
    }

    /** Of a channel on which messages leave the service. */
    public static ChannelSettings ofOutgoing(String channel) {
        return new ChannelSettings("outgoing", channel, Map.of());
    }

    /** Of a channel on which messages come to the service. */
    public static ChannelSettings ofIncoming(String channel, Map<String, String> chosen) {
        return new ChannelSettings("incoming", channel, chosen);
    }

    /** Of the channel on which a worker hears of tasks of this kind. */
    public static ChannelSettings ofWakeUps(String kind) {
        return ofWakeUps(kind, Map.of());
    }

    /** The same where an operator has chosen these settings of the program. */
    public static ChannelSettings ofWakeUps(String kind, Map<String, String> chosen) {
        return new ChannelSettings("incoming", kind + "-wakeups", chosen);
    }

    /** What every channel of wake-ups must be set to; why each matters is in {@code docs/adr}. */
    public static Map<String, String> wantedOfWakeUps(String kind) {
        var wanted = new TreeMap<>(WAKE_UPS);
        wanted.put("queue.name", "tasks." + kind);
        wanted.put("routing-keys", "tasks." + kind);
        return wanted;
    }

    /** All that have a value, by their names within the channel. */
    public Map<String, String> all() {
        var all = new TreeMap<String, String>();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(prefix)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> all.put(name.substring(prefix.length()), value));
            }
        }
        return all;
    }

    /** Whether the program counts as dead when the channel has lost its broker. */
    public boolean decideLiveness() {
        return config.getValue("quarkus.messaging.health.\"%s\".liveness.enabled".formatted(channel), Boolean.class);
    }
}

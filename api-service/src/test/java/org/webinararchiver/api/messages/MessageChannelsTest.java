package org.webinararchiver.api.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.testservices.ChannelSettings;

/** The settings of the channels as the service finds them; why each matters is in {@code docs/adr}. */
class MessageChannelsTest {
    private static final Map<String, String> INCOMING = Map.ofEntries(
            Map.entry("connector", "smallrye-rabbitmq"),
            Map.entry("exchange.name", "archiver.submissions"),
            Map.entry("exchange.type", "direct"),
            Map.entry("queue.name", "submissions"),
            Map.entry("routing-keys", "submissions"),
            Map.entry("queue.durable", "true"),
            Map.entry("queue.x-queue-type", "quorum"),
            Map.entry("automatic-recovery-enabled", "true"),
            Map.entry("reconnect-attempts", "0"),
            Map.entry("max-outstanding-messages", "16"),
            Map.entry("content-type-override", "application/octet-stream"),
            Map.entry("auto-bind-dlq", "true"),
            Map.entry("dlx.declare", "true"),
            Map.entry("dead-letter-exchange", "archiver.dead-letters"),
            Map.entry("dead-letter-queue-name", "submissions.dead-letters"),
            Map.entry("dead-letter-queue-type", "quorum"));

    @Test
    void submissionsComeOnAChannelThatIsSetSo() {
        assertThat(ChannelSettings.ofIncoming("submissions", Map.of()).all()).containsAllEntriesOf(INCOMING);
    }

    @Test
    void theEmbeddedBrokerIsAskedForNothingThatItDoesNotKnow() {
        var chosen = Map.of("archiver.broker.queue-type", "", "archiver.broker.dead-letters", "false");
        assertThat(ChannelSettings.ofIncoming("submissions", chosen).all())
                .containsEntry("auto-bind-dlq", "false")
                .doesNotContainKey("queue.x-queue-type");
    }

    @ParameterizedTest
    @CsvSource({"recording-events, archiver.events, topic", "refused-submissions, archiver.dead-letters, direct"})
    void whatLeavesIsConfirmedAndItsChannelReconnectsByItself(String channel, String exchange, String type) {
        assertThat(ChannelSettings.ofOutgoing(channel).all())
                .containsAllEntriesOf(Map.of(
                        "connector", "smallrye-rabbitmq",
                        "exchange.name", exchange,
                        "exchange.type", type,
                        "publish-confirms", "true",
                        "automatic-recovery-enabled", "false",
                        "reconnect-attempts", "2147483647",
                        "reconnect-interval", "1"));
    }

    @ParameterizedTest
    @CsvSource({"recording-events", "refused-submissions"})
    void theServiceLivesOnWithoutItsBroker(String channel) {
        assertThat(ChannelSettings.ofOutgoing(channel).decideLiveness()).isFalse();
        assertThat(ChannelSettings.ofIncoming("submissions", Map.of()).decideLiveness())
                .isFalse();
    }
}

package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.SampleMeetings;

/** Answers that are refused, late or lead nowhere, as a test or a demonstration wants them. */
class DisturbedAnswersTest extends SimulatorUnderTest {
    @Test
    void aFileThatFailsFirstIsThereAfterwards() throws Exception {
        simulator.disturb(take, new Fault.FailFirst(2, 503));
        assertThat(get(file()).statusCode()).isEqualTo(503);
        assertThat(get(file()).statusCode()).isEqualTo(503);
        assertThat(get(file()).statusCode()).isEqualTo(200);
        assertThat(get(simulator.fileOf(demo, demo.takes().getLast())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverIsBusySaysForHowLong() throws Exception {
        simulator.disturb(take, new Fault.BusyFirst(1, 30));
        simulator.disturb(demo, new Fault.BusyFirst(1, 0));
        var file = get(file());
        assertThat(file.statusCode()).isEqualTo(429);
        assertThat(file.headers().firstValue("Retry-After")).contains("30");
        assertThat(get(metadataOf(demo)).headers().firstValue("Retry-After")).contains("0");
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingFileStaysMissingUntilMended() throws Exception {
        simulator.disturb(take, new Fault.Missing());
        for (int i = 0; i < 4; i++) {
            assertThat(get(file()).statusCode()).isEqualTo(404);
        }
        simulator.mend();
        assertThat(get(file()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatLoopsLeadsToWhereItCameFrom() throws Exception {
        simulator.disturb(take, new Fault.LoopsFirst(1));
        var loop = get(file());
        assertThat(loop.statusCode()).isEqualTo(302);
        assertThat(file().resolve(loop.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(file());
        assertThat(get(file()).body()).isEqualTo(bytes);
    }

    @Test
    void slidesAndDecksFailAsTold() throws Exception {
        var meeting = SampleMeetings.withSlides();
        simulator.disturbSlide(meeting, 1, 2, new Fault.Missing());
        simulator.disturbDeck(meeting, 2, Fault.Spoilt.forEver(Spoilage.WEB_PAGE));
        assertThat(get(simulator.base().resolve(Addresses.slide(meeting, 1, 1))).statusCode())
                .isEqualTo(200);
        assertThat(get(simulator.base().resolve(Addresses.slide(meeting, 1, 2))).statusCode())
                .isEqualTo(404);
        assertThat(get(simulator.base().resolve(Addresses.deck(meeting, 2))).body())
                .asString(StandardCharsets.UTF_8)
                .startsWith("<!DOCTYPE html>");
        simulator.disturbDeck(meeting, 1, new Fault.TruncatedOnce());
        var deck = simulator.base().resolve(Addresses.deck(meeting, 1));
        assertThatThrownBy(() -> get(deck)).isInstanceOf(IOException.class);
        assertThat(get(deck).body()).startsWith('P', 'K', 3, 4);
    }

    @Test
    void metadataFailsAsToldAtBothAddresses() throws Exception {
        simulator.disturb(demo, new Fault.FailFirst(1, 500));
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(500);
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
        simulator.disturb(demo, new Fault.TruncatedOnce());
        assertThatThrownBy(() -> get(metadataOf(demo))).isInstanceOf(IOException.class);
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }
}

package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who speaks, by the bytes of packets of 20 ms. */
class LoudnessTest {
    private static final long SILENCE = 6;
    private static final long VOICE = 170;

    private final Loudness loudness = Loudness.byBytes();

    private void packets(double fromSecond, double untilSecond, long bytes) {
        for (long at = Math.round(fromSecond * 1000); at < untilSecond * 1000; at += 20) {
            loudness.add(Duration.ofMillis(at), bytes);
        }
    }

    /** To a third of a second. */
    private void assertSpoken(double... fromUntilSeconds) {
        var instants = loudness.spoken().spans().stream()
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .mapToDouble(instant -> instant.toMillis() / 1e3)
                .toArray();
        assertThat(instants).containsExactly(fromUntilSeconds, within(0.33));
    }

    @Test
    void aVoiceBetweenSilencesIsHeard() {
        packets(0, 2, SILENCE);
        packets(2, 5, VOICE);
        packets(5, 9, SILENCE);

        assertSpoken(2, 5);
    }

    @Test
    void aBreathDoesNotEndASentence() {
        packets(0, 2, VOICE);
        packets(2, 2.75, SILENCE);
        packets(2.75, 5, VOICE);

        assertSpoken(0, 5);
    }

    @Test
    void digitalSilenceIsNoVoice() {
        packets(0, 60, SILENCE);

        assertThat(loudness.spoken().spans()).isEmpty();
    }

    @Test
    void aQuietVoiceIsAVoiceThoughALouderOneWasThereBefore() {
        packets(0, 10, VOICE);
        packets(20, 25, VOICE / 2);

        assertSpoken(0, 10, 20, 25);
    }

    @Test
    void whoeverIsNoisyAllTheTimeSpeaksAllTheTime() {
        packets(0, 30, 120);

        assertSpoken(0, 30);
    }

    @Test
    void nothingIsHeardOfNothing() {
        assertThat(loudness.spoken().spans()).isEmpty();
    }
}

package org.webinararchiver.simulator.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneTest {
    private static final int RATE = 16_000;
    private static final int SECONDS = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 20})
    void everyParticipantSaysTheDigitOfEachSecond(int participant) {
        var listener = new ToneListener(sound(0, 0, participant));
        for (int second = 0; second < SECONDS; second++) {
            assertThat(listener.hear(Duration.ofMillis(second * 1000L + 550)))
                    .containsExactly(new ToneReading(participant, second % 10));
        }
    }

    @Test
    void threeWhoSpeakAtOnceAreHeardApart() {
        var listener = new ToneListener(sound(0, 0.003, 1, 2, 7));
        assertThat(listener.hear(Duration.ofMillis(3_550)))
                .containsExactlyInAnyOrder(new ToneReading(1, 3), new ToneReading(2, 3), new ToneReading(7, 3));
    }

    @Test
    void aVoiceThatIsMisplacedBesideOthersSaysAnotherDigit() {
        var listener = new ToneListener(mixed(sound(0, 0, 1), sound(2 * RATE, 0, 2)));
        assertThat(listener.hear(Duration.ofMillis(5_550)))
                .containsExactlyInAnyOrder(new ToneReading(1, 5), new ToneReading(2, 3));
    }

    @Test
    void silenceAndNoiseAreNobody() {
        assertThat(new ToneListener(sound(0, 0)).hear(Duration.ofSeconds(1))).isEmpty();
        assertThat(new ToneListener(sound(0, 0.05)).hear(Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void nobodyIsHeardInTheSilenceThatBeginsASecondNorBeyondTheEnds() {
        var onlySilence = sound(0, 0, 1);
        assertThat(onlySilence.at(2 * RATE + RATE / 20)).isZero();
        assertThat(new ToneListener(onlySilence).hear(Duration.ofSeconds(SECONDS + 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-3200, -160, -16, 0, 16, 160, 3200, 8000})
    void aShiftIsMeasuredToAMillisecond(int samples) {
        var finder = new OnsetFinder(sound(samples, 0.002, 4));
        var error = finder.error(4, 5).orElseThrow();
        assertThat(error.toNanos() / 1e6).isCloseTo(samples / 16.0, within(1.0));
    }

    @Test
    void aShiftIsMeasuredBesideOthersWhoAreInPlace() {
        var finder = new OnsetFinder(mixed(sound(800, 0, 3), sound(0, 0, 2, 4)));
        assertThat(finder.error(3, 5).orElseThrow().toMillis()).isBetween(47L, 53L);
        assertThat(finder.error(2, 5).orElseThrow().toMillis()).isBetween(-3L, 3L);
    }

    @Test
    void whereNobodySpeaksThereIsNoPlacement() {
        assertThat(new OnsetFinder(sound(0, 0.01, 1)).error(2, 5)).isEmpty();
        assertThat(new OnsetFinder(sound(0, 0)).error(1, 5)).isEmpty();
        assertThat(new OnsetFinder(sound(RATE * 19 / 20, 0, 1)).error(1, 5)).isEmpty();
    }

    @Test
    void theToneOfAnotherSecondIsNotTakenForTheOneThatIsLookedFor() {
        var finder = new OnsetFinder(sound(5 * RATE, 0, 1));
        assertThat(finder.error(1, 6)).isEmpty();
        assertThat(finder.error(1, 9)).isEmpty();
    }

    @Test
    void thereAreTwentyParticipants() {
        assertThatThrownBy(() -> new TonePlayer(0, RATE)).hasMessageContaining("1 to 20");
        assertThatThrownBy(() -> new TonePlayer(21, RATE)).hasMessageContaining("1 to 20");
        assertThat(ToneScale.hertz(20, 9)).isLessThan(RATE / 2.0 - 1000);
    }

    @Test
    void soundWithTooFewSamplesToHearEverybodyIsRefused() {
        assertThatThrownBy(() -> new ToneListener(new ArraySound(8_000, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ArraySound sound(int shift, double noise, int... participants) {
        var random = new Random(5);
        var players = IntStream.of(participants)
                .mapToObj(n -> new TonePlayer(n, RATE))
                .toList();
        return new ArraySound(
                RATE,
                IntStream.range(0, SECONDS * RATE)
                        .mapToObj(i -> noise * random.nextGaussian()
                                + players.stream()
                                        .mapToDouble(player -> player.sample(i - shift))
                                        .sum())
                        .toList());
    }

    private static ArraySound mixed(ArraySound one, ArraySound other) {
        return new ArraySound(
                RATE,
                IntStream.range(0, SECONDS * RATE)
                        .mapToObj(i -> one.at(i) + other.at(i))
                        .toList());
    }
}

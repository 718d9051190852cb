package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketGridTest {
    private final PacketGrid grid = new PacketGrid(48_000);

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "11, 1", "21, 1", "5000, 234", "10800000, 506250", "-21, -1"})
    void aPacketIsPutIntoTheNearestSlot(long millis, long slot) {
        assertThat(grid.slotAt(Duration.ofMillis(millis))).isEqualTo(slot);
    }

    @Test
    void aPacketThatIsALittleEarlyOrLateFollowsTheOneBefore() {
        assertThat(grid.slotAt(Duration.ofMillis(15), 0)).isZero();
        assertThat(grid.slotAt(Duration.ofMillis(28), 2)).isEqualTo(2);
    }

    @Test
    void aPacketThatIsAstrayIsPutWhereItBelongs() {
        assertThat(grid.slotAt(Duration.ofMillis(17), 0)).isEqualTo(1);
        assertThat(grid.slotAt(Duration.ofMillis(1000), 10)).isEqualTo(47);
        assertThat(grid.slotAt(Duration.ofMillis(26), 2)).isEqualTo(1);
    }

    @Test
    void aPacketIsFilledUpWhenSoundEndsWithinIt() {
        var second = Duration.ofSeconds(1);

        assertThat(grid.isFilledUp(second, second.plusMillis(21))).isFalse();
        assertThat(grid.isFilledUp(second, second.plusMillis(20))).isTrue();
        assertThat(grid.isFilledUp(second, second.plusMillis(5_000))).isFalse();
    }
}

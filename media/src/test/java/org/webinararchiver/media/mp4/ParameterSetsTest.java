package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {
    private static final String NUMBER_31 = "0410";
    private static final String NUMBER_32 = "0430";
    private static final String NUMBER_255 = "008040";
    private static final String NUMBER_256 = "0080c0";

    private final ParameterSets sets =
            new ParameterSets(new AvcConfiguration(66, 0xc0, 10, 4, List.of(), List.of(), ByteBuffer.allocate(0)));

    @Test
    void aSetIsTakenInOnceAndAnotherOfItsNumberIsNot() {
        assertThat(sets.learn(set("68ce3c80"))).isTrue();
        assertThat(sets.learn(set("68ce3c80"))).isTrue();
        assertThat(sets.contains(set("68ce3c80"))).isTrue();
        assertThat(sets.hasId(0)).isTrue();
        assertThat(sets.learn(set("68ce3c81"))).isFalse();
    }

    /** Frames may bring any number of sets, all of which would have to be remembered. */
    @Test
    void aNumberThatNoSetMayHaveIsNotTakenIn() {
        assertThat(sets.learn(set("68" + NUMBER_255))).isTrue();
        assertThat(sets.hasId(255)).isTrue();
        assertThat(sets.learn(set("68" + NUMBER_256))).isFalse();
        assertThat(sets.contains(set("68" + NUMBER_256))).isFalse();

        assertThat(sets.learn(set("6742c00a" + NUMBER_31))).isTrue();
        assertThat(sets.learn(set("6742c00a" + NUMBER_32))).isFalse();
    }

    private static ByteBuffer set(String bytes) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(bytes));
    }
}

package org.webinararchiver.fuzz;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.webinararchiver.media.mp4.AvcConfiguration;

/** The parameter sets of something that x264 encoded: 64x48, baseline, of the number 31. */
final class EncodedSets {
    static final AvcConfiguration CONFIGURATION = new AvcConfiguration(
            66,
            0xc0,
            10,
            4,
            List.of(set("6742c00a0416847b011000000300100000030080f1226a")),
            List.of(set("68040080e0fc80")),
            ByteBuffer.allocate(0));

    private EncodedSets() {}

    private static ByteBuffer set(String bytes) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(bytes));
    }
}

package org.webinararchiver.simulator.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A part of a twin as it is served: its description, its pieces, and how long each lasts. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PackedPart(byte[] description, List<byte[]> pieces, List<Duration> durations) {

    /** All of it as one file. */
    byte[] joined() {
        int length = description.length
                + pieces.stream().mapToInt(piece -> piece.length).sum();
        var joined = Arrays.copyOf(description, length);
        int at = description.length;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }
}

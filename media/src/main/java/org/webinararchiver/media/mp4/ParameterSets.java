package org.webinararchiver.media.mp4;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The parameter sets that are in force, to tell whether one within a frame is another. */
final class ParameterSets {
    static final int SEQUENCE = 7;
    static final int PICTURE = 8;

    private static final int LONGEST = 1024;
    private static final int HIGHEST_OF_SEQUENCE = 31;
    private static final int HIGHEST_OF_PICTURE = 255;

    private final Set<ByteBuffer> known = new HashSet<>();
    private final Map<Integer, Integer> sequences = new HashMap<>();
    private final Map<Integer, Integer> pictures = new HashMap<>();

    ParameterSets(AvcConfiguration configuration) {
        configuration.sequences().forEach(this::learn);
        configuration.pictures().forEach(this::learn);
    }

    boolean hasId(int id) {
        return sequences.containsKey(id) || pictures.containsKey(id);
    }

    boolean contains(ByteBuffer unit) {
        return known.contains(unit);
    }

    /** Takes a set in; false when another has its number already, or none may have it. So there are never many. */
    boolean learn(ByteBuffer unit) {
        if (unit.remaining() < 2 || unit.remaining() > LONGEST) {
            return false;
        }
        var bits = new Bits(SequenceParameters.plain(unit));
        var isSequence = (bits.take(8) & 0x1f) == SEQUENCE;
        if (isSequence) {
            bits.take(24);
        }
        var id = bits.golomb();
        if (id < 0 || id > (isSequence ? HIGHEST_OF_SEQUENCE : HIGHEST_OF_PICTURE)) {
            return false;
        }
        var isNew = known.add(unit.duplicate());
        return !isNew || (isSequence ? sequences : pictures).put(id, unit.remaining()) == null;
    }
}

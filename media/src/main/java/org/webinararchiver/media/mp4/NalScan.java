package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Looks at the units that frames consist of, at the first byte of each (ISO/IEC 14496-10, section 7.4.1). */
final class NalScan {
    private static final int KEY_SLICE = 5;
    private static final int FORBIDDEN = 0x80;
    private static final int TYPE = 0x1f;

    private final Mp4Bytes bytes;
    private final int lengthSize;
    private final boolean mayBringSets;
    private final ParameterSets sets;

    /** @param mayBringSets whether frames may bring parameter sets that the file's description lacks */
    NalScan(Mp4Bytes bytes, AvcConfiguration configuration, boolean mayBringSets) {
        this.bytes = bytes;
        this.lengthSize = configuration.lengthSize();
        this.mayBringSets = mayBringSets;
        this.sets = new ParameterSets(configuration);
    }

    /**
     * What a frame is.
     *
     * @param isKey whether it needs no other
     * @param damage what is wrong with it, in words that follow "the file"
     */
    record Frame(boolean isKey, Optional<String> damage) {
        static Frame damaged(String words) {
            return new Frame(false, Optional.of(words));
        }
    }

    Frame look(long offset, long size) throws IOException, NotMp4 {
        var isKey = false;
        var end = Math.addExact(offset, size);
        for (var at = offset; at < end; ) {
            var length = at + lengthSize < end ? length(at) : 0;
            var unit = at + lengthSize;
            if (length == 0 || length > end - unit) {
                return Frame.damaged("has frames that are damaged");
            }
            var header = bytes.unsigned8(unit);
            if ((header & FORBIDDEN) != 0) {
                return Frame.damaged("has frames that are damaged");
            }
            if (isOtherSet(header & TYPE, unit, length)) {
                return Frame.damaged("changes its settings on the way");
            }
            isKey |= (header & TYPE) == KEY_SLICE;
            at = unit + length;
        }
        return new Frame(isKey, Optional.empty());
    }

    private boolean isOtherSet(int type, long unit, long length) throws IOException, NotMp4 {
        if (type != ParameterSets.SEQUENCE && type != ParameterSets.PICTURE) {
            return false;
        }
        var set = ByteBuffer.wrap(bytes.copy(unit, length));
        return !sets.contains(set) && !(mayBringSets && sets.learn(set));
    }

    private long length(long at) throws IOException, NotMp4 {
        return switch (lengthSize) {
            case 1 -> bytes.unsigned8(at);
            case 2 -> bytes.unsigned16(at);
            case 4 -> bytes.unsigned32(at);
            default -> 0;
        };
    }
}

package org.webinararchiver.media.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a decoder of H.264 has to know, the box {@code avcC} (ISO/IEC 14496-15, section 5.3.3.1).
 *
 * @param profile the number of the profile, for example 100 for High
 * @param compatibility flags that narrow the profile down
 * @param level ten times the level, for example 31
 * @param lengthSize how many bytes tell the length of each unit of a frame, 1 to 4
 * @param sequences sequence parameter sets
 * @param pictures picture parameter sets
 * @param rest what follows, for some profiles
 */
public record AvcConfiguration(
        int profile,
        int compatibility,
        int level,
        int lengthSize,
        List<ByteBuffer> sequences,
        List<ByteBuffer> pictures,
        ByteBuffer rest) {
    private static final int MOST_SEQUENCES = 31;
    private static final int MOST_PICTURES = 255;

    public AvcConfiguration {
        sequences = List.copyOf(sequences);
        pictures = List.copyOf(pictures);
    }

    /** @throws NotMp4 when it ends early */
    static AvcConfiguration of(byte[] body) throws NotMp4 {
        var bytes = ByteBuffer.wrap(body).asReadOnlyBuffer();
        try {
            bytes.get();
            int profile = bytes.get() & 0xff;
            int compatibility = bytes.get() & 0xff;
            int level = bytes.get() & 0xff;
            int lengthSize = (bytes.get() & 3) + 1;
            var sequences = sets(bytes, bytes.get() & 0x1f);
            var pictures = sets(bytes, bytes.get() & 0xff);
            return new AvcConfiguration(profile, compatibility, level, lengthSize, sequences, pictures, bytes.slice());
        } catch (BufferUnderflowException e) {
            var early = new NotMp4("the parameter sets of a picture end early");
            early.initCause(e);
            throw early;
        }
    }

    private static List<ByteBuffer> sets(ByteBuffer bytes, int count) {
        var sets = new ArrayList<ByteBuffer>();
        for (var set = 0; set < count; set++) {
            var length = bytes.getShort() & 0xffff;
            if (length > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            sets.add(bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
        }
        return sets;
    }

    /**
     * With the sets of another one too, each once, and the higher level of both. The profile stays: the other one's
     * must be no higher.
     *
     * @throws IllegalArgumentException when there would be more than fit
     */
    public AvcConfiguration with(AvcConfiguration other) {
        var all = new AvcConfiguration(
                profile,
                compatibility & other.compatibility,
                Math.max(level, other.level),
                lengthSize,
                union(sequences, other.sequences),
                union(pictures, other.pictures),
                rest);
        if (all.sequences.size() > MOST_SEQUENCES || all.pictures.size() > MOST_PICTURES) {
            throw new IllegalArgumentException("too many parameter sets");
        }
        return all;
    }

    private static List<ByteBuffer> union(List<ByteBuffer> some, List<ByteBuffer> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** The body of the box. */
    byte[] bytes() {
        var written = new ByteArrayOutputStream();
        written.write(1);
        written.write(profile);
        written.write(compatibility);
        written.write(level);
        written.write(0xfc | lengthSize - 1);
        written.write(0xe0 | sequences.size());
        sequences.forEach(set -> write(written, set));
        written.write(pictures.size());
        pictures.forEach(set -> write(written, set));
        written.writeBytes(copy(rest));
        return written.toByteArray();
    }

    private static void write(ByteArrayOutputStream written, ByteBuffer set) {
        written.write(set.remaining() >> 8);
        written.write(set.remaining());
        written.writeBytes(copy(set));
    }

    static byte[] copy(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}

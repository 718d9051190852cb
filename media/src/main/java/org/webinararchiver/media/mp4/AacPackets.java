package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;

/**
 * The packets of a file's sound, one after another. Nothing but a packet is held in memory, however many there are.
 *
 * <p>For whole files of plain AAC only: fragmented files, sound of other codecs and tracks that are cut into several
 * parts are left to ffmpeg.
 */
public final class AacPackets {
    private final AacForm form;
    private final Samples samples;
    private final Duration shift;
    private final Timescale clock;
    private final Mp4Bytes data;

    /**
     * Begins before the first packet.
     *
     * @param shift when a sample of the time zero is heard on the file's own axis, may be negative
     * @param data of the whole file, other than what tables are read through
     */
    AacPackets(AacForm form, Samples samples, Duration shift, Timescale clock, Mp4Bytes data) {
        this.form = form;
        this.samples = samples;
        this.shift = shift;
        this.clock = clock;
        this.data = data;
    }

    /**
     * The packets of the first track of sound in what can be read here, which has to stay open; absent where there is
     * none of plain AAC.
     *
     * @throws NotMp4 when it is of another kind or contradicts itself
     */
    public static Optional<AacPackets> in(SeekableByteChannel channel) throws IOException, NotMp4 {
        var bytes = new Mp4Bytes(channel);
        try {
            return new Soundtrack(bytes, new Mp4Bytes(channel)).packets();
        } catch (ArithmeticException e) {
            throw beyondMeasure(e);
        }
    }

    public AacForm form() {
        return form;
    }

    /**
     * Goes on to the next packet.
     *
     * @return false when there is none
     */
    public boolean next() throws IOException, NotMp4 {
        try {
            return samples.next();
        } catch (ArithmeticException e) {
            throw beyondMeasure(e);
        }
    }

    /** When this packet is heard on the file's own axis; negative where it only prepares the decoder for the next. */
    public Duration at() throws NotMp4 {
        return clock.duration(samples.time()).plus(shift);
    }

    /** Whether no packet follows this one. Encoders fill it up with silence where sound ends within it. */
    public boolean isLast() {
        return samples.isLast();
    }

    /** How many bytes this packet has. An encoder spends few on silence. */
    public long size() throws IOException, NotMp4 {
        return samples.size();
    }

    /** What this packet consists of. */
    public byte[] bytes() throws IOException, NotMp4 {
        return data.copy(samples.offset(), samples.size());
    }

    private static NotMp4 beyondMeasure(ArithmeticException cause) {
        var contradiction = new NotMp4("its numbers lead beyond all measure");
        contradiction.initCause(cause);
        return contradiction;
    }
}

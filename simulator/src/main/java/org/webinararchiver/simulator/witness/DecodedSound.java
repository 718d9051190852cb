package org.webinararchiver.simulator.witness;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.process.PipedProgram;
import org.webinararchiver.simulator.tone.Sound;

/** A file's sound, decoded into another file of raw samples and looked at there. */
final class DecodedSound implements Sound {
    private static final int SAMPLE_RATE = 16_000;

    /**
     * Puts sound where its timestamps say, as a player does: silence before a late start and in holes, down to 2 ms.
     */
    private static final String PLACED = "aresample=" + SAMPLE_RATE + ":async=1:min_hard_comp=0.002:first_pts=0";

    private final ShortBuffer samples;

    private DecodedSound(ShortBuffer samples) {
        this.samples = samples;
    }

    /** No sound at all. */
    static Sound none() {
        return new DecodedSound(ShortBuffer.allocate(0));
    }

    /** @param raw a file to write to, which must stay while the sound is in use */
    static Sound of(Ffmpeg ffmpeg, Path file, Path raw) throws IOException, InterruptedException {
        var command = List.of(
                ffmpeg.ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-copyts",
                "-i",
                "file:" + file,
                "-map",
                "0:a:0",
                "-af",
                PLACED,
                "-ac",
                "1",
                "-f",
                "s16le",
                "file:" + raw);
        new PipedProgram(command).read(output -> output.readAllBytes().length);
        try (var channel = FileChannel.open(raw, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new DecodedSound(bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer());
        }
    }

    @Override
    public int sampleRate() {
        return SAMPLE_RATE;
    }

    @Override
    public long length() {
        return samples.limit();
    }

    @Override
    public double at(long index) {
        return index < 0 || index >= samples.limit() ? 0 : samples.get((int) index) / (double) Short.MAX_VALUE;
    }
}

package org.webinararchiver.simulator.studio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Lets the clock of a fragmented MP4 file begin later, as that of a live stream does; ffmpeg lets it begin at zero. */
final class FragmentClock {
    private static final int HEADER = 8;
    private static final Set<String> WITHIN = Set.of("moov", "trak", "mdia", "moof", "traf");

    private final ByteBuffer bytes;
    private final Duration later;
    private long ticksASecond;

    private FragmentClock(ByteBuffer bytes, Duration later) {
        this.bytes = bytes;
        this.later = later;
    }

    /** Rewrites a file of one track. */
    static void shift(Path file, Duration later) throws IOException {
        var bytes = Files.readAllBytes(file);
        new FragmentClock(ByteBuffer.wrap(bytes), later).shift(0, bytes.length);
        Files.write(file, bytes);
    }

    private void shift(int from, int to) {
        for (int at = from; at < to; at += bytes.getInt(at)) {
            var type = new byte[4];
            bytes.get(at + 4, type);
            var name = new String(type, StandardCharsets.US_ASCII);
            if (WITHIN.contains(name)) {
                shift(at + HEADER, at + bytes.getInt(at));
            } else if (name.equals("mdhd")) {
                ticksASecond = bytes.getInt(at + HEADER + 12);
            } else if (name.equals("tfdt")) {
                // Version 1, which ffmpeg writes: eight bytes after version and flags.
                int time = at + HEADER + 4;
                bytes.putLong(time, bytes.getLong(time) + later.toMillis() * ticksASecond / 1000);
            }
        }
    }
}

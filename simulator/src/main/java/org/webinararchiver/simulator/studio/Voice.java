package org.webinararchiver.simulator.studio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.webinararchiver.simulator.meeting.SoundSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.tone.TonePlayer;

/** The voice in a take as raw samples: 16 bits each, the lower byte first. */
final class Voice {
    private Voice() {}

    static void write(Take take, SoundSpec sound, Path file) throws IOException {
        var player = new TonePlayer(take.person().number(), sound.sampleRate());
        long first = samples(take.at(), sound);
        long end = samples(take.end(), sound);
        try (var output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long index = first; index < end; index++) {
                int value = (int) Math.round(player.sample(index) * Short.MAX_VALUE);
                output.write(value);
                output.write(value >> 8);
            }
        }
    }

    private static long samples(Duration duration, SoundSpec sound) {
        return Math.round(duration.toMillis() * sound.sampleRate() / 1000.0);
    }
}

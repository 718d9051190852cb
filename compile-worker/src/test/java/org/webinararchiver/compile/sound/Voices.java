package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.webinararchiver.core.timeline.Voice;

/** Voices for tests; times are seconds. */
final class Voices {
    static final Path FILE = Path.of("/media/voice.mp4");

    private static final SoundWindow ALWAYS = new SoundWindow(0, Long.MAX_VALUE, List.of());

    private Voices() {}

    static Utterance voice(double at, double lasting) {
        return voice(0, at, lasting);
    }

    static Utterance voice(double from, double at, double lasting) {
        var voice = new Voice("segment", "track", seconds(from), seconds(at), seconds(lasting));
        return Utterance.in(FILE, voice, ALWAYS);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}

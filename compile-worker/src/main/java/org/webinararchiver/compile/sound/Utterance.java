package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.util.Objects;
import org.webinararchiver.core.timeline.Voice;

/**
 * A voice and the file that it is read from.
 *
 * @param file the segment's own, or what could be saved of it
 * @param from the first sample in {@code file}
 */
record Utterance(Voice voice, Path file, long from) {
    Utterance {
        Objects.requireNonNull(voice);
        Objects.requireNonNull(file);
    }

    /** A voice in its segment's own file. */
    static Utterance in(Path file, Voice voice) {
        return new Utterance(voice, file, SampleClock.sampleAt(voice.from()));
    }

    /** The place of its first sample in the recording. */
    long start() {
        return SampleClock.sampleAt(voice.at());
    }

    /** The place after its last sample in the recording. */
    long end() {
        return SampleClock.sampleAt(voice.end());
    }

    long samples() {
        return end() - start();
    }
}

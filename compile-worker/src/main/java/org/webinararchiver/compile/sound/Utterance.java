package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.webinararchiver.core.timeline.Voice;

/**
 * A voice, or a part of it, and the file that it is read from.
 *
 * @param file the segment's own, or what could be saved of it
 * @param from the first sample in {@code file}
 * @param start the place of that sample in the recording
 * @param end the place after the last sample in the recording
 */
record Utterance(Voice voice, Path file, long from, long start, long end) {
    Utterance {
        Objects.requireNonNull(voice);
        Objects.requireNonNull(file);
    }

    /** All of a voice, in its segment's own file. */
    static Utterance whole(Path file, Voice voice) {
        return new Utterance(
                voice,
                file,
                SampleClock.sampleAt(voice.from()),
                SampleClock.sampleAt(voice.at()),
                SampleClock.sampleAt(voice.end()));
    }

    /** What is heard of a voice within a window, in its segment's own file; it may be nothing. */
    static Utterance in(Path file, Voice voice, SoundWindow window) {
        long first = SampleClock.sampleAt(voice.at());
        long start = Math.max(first, window.start());
        long end = Math.min(SampleClock.sampleAt(voice.end()), window.end());
        return new Utterance(voice, file, SampleClock.sampleAt(voice.from()) + start - first, start, end);
    }

    /** The same in a file that holds nothing else. */
    Utterance saved(Path other) {
        return new Utterance(voice, other, 0, start, end);
    }

    long samples() {
        return end - start;
    }

    /** When a sample of it is heard; exactly when the voice begins, for its first one. */
    Duration timeOf(long sample) {
        var first = SampleClock.sampleAt(voice.at());
        return start + sample == first ? voice.at() : SampleClock.timeOf(start + sample);
    }

    /** When it is over; exactly when the voice is, where it is not cut. */
    Duration until() {
        return end == SampleClock.sampleAt(voice.end()) ? voice.end() : SampleClock.timeOf(end);
    }
}

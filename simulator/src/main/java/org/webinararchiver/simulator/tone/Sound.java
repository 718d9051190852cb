package org.webinararchiver.simulator.tone;

import java.time.Duration;

/**
 * A stretch of sound of one channel.
 *
 * <p>An interface because the sound of a long webinar is looked at where it lies, not brought into memory.
 */
public interface Sound {

    /** In hertz; at least 16,000, so that every participant's tones are in it. */
    int sampleRate();

    /** How many samples there are. */
    long length();

    /** A sample, 1 being full scale; silence before the beginning and after the end. */
    double at(long index);

    /** How long it is. */
    default Duration duration() {
        return Duration.ofNanos(length() * 1_000_000_000L / sampleRate());
    }
}

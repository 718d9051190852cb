package org.webinararchiver.compile.sound;

import java.time.Duration;
import org.webinararchiver.media.mp4.AacForm;

/**
 * The recording's time axis divided into the slots that packets of AAC have. A slot is some 20 ms long, so what is put
 * into the nearest one is half of that off at the most, wherever in the recording it is.
 *
 * @param sampleRate in hertz
 */
record PacketGrid(int sampleRate) {
    /** Below this rate slots are so long that voices would be noticed to be off their places. */
    static final int LEAST_SAMPLE_RATE = 22_050;

    /**
     * A packet that is less than this share of a slot from its place stays in the slot after the one before: clocks
     * that run a little slow or fast, or jump to and fro, cost no packet as long as they do not go astray.
     */
    private static final double ASTRAY = 0.75;

    /**
     * What is rounded in a file's times and what lacks at the end of a packet without being noticed, as a share of it.
     */
    private static final double UNNOTICED = 0.05;

    /** The slot nearest to an instant. */
    long slotAt(Duration instant) {
        return Math.round(exactly(instant));
    }

    /**
     * The slot of a packet that follows another one.
     *
     * @param next the slot after that one
     */
    long slotAt(Duration instant, long next) {
        var place = exactly(instant);
        return Math.abs(place - next) < ASTRAY ? next : Math.round(place);
    }

    /**
     * Whether sound ends within a packet.
     *
     * @param at when the packet begins
     * @param end when its file's sound ends
     */
    boolean isFilledUp(Duration at, Duration end) {
        return exactly(end) - exactly(at) < 1 - UNNOTICED;
    }

    private double exactly(Duration instant) {
        var slotsInSecond = (double) sampleRate / AacForm.SAMPLES_IN_PACKET;
        return instant.toSeconds() * slotsInSecond + instant.toNanosPart() / 1e9 * slotsInSecond;
    }
}

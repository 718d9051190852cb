package org.webinararchiver.simulator.tone;

import java.time.Duration;

/**
 * Which tone is whose and what it says: every participant has a band of ten tones, and in each second of the webinar
 * sounds the one of that second's last digit.
 *
 * <p>Bands are 320 Hz apart and begin at 400 Hz; tones in a band are 30 Hz apart, so a fifth of a second tells them
 * apart. Twenty participants stay below 6.8 kHz, which even a thrifty encoder keeps. Every second begins with 100 ms of
 * silence, so that the beginning of the tone tells where the sound was put.
 */
public final class ToneScale {
    /** The highest number of a participant; the lowest is 1. */
    public static final int PARTICIPANTS = 20;

    /** How long each second is silent at its beginning. */
    public static final Duration SILENCE = Duration.ofMillis(100);

    /** How loud a participant's tone is, 1 being full scale: six at once stay below it. */
    public static final double LOUDNESS = 0.15;

    static final int DIGITS = 10;
    static final double BAND_HERTZ = 320;

    private static final double LOWEST_HERTZ = 400;
    private static final double DIGIT_HERTZ = 30;

    private ToneScale() {}

    /** The tone in hertz that a participant sounds in a second of the webinar. */
    public static double hertz(int participant, long second) {
        return LOWEST_HERTZ + BAND_HERTZ * (requireNumber(participant) - 1) + DIGIT_HERTZ * digit(second);
    }

    /** What the tone of a second says. */
    public static int digit(long second) {
        return Math.floorMod(second, DIGITS);
    }

    static int requireNumber(int participant) {
        if (participant < 1 || participant > PARTICIPANTS) {
            throw new IllegalArgumentException(
                    "participants have numbers from 1 to " + PARTICIPANTS + ": " + participant);
        }
        return participant;
    }
}

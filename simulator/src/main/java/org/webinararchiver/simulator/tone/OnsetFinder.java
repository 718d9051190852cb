package org.webinararchiver.simulator.tone;

import java.time.Duration;
import java.util.Optional;

/**
 * Measures where a participant's sound was put, by where the tone of a second begins.
 *
 * <p>The tone is followed by a window of 25 ms, which holds whole periods of the distance between two bands and so does
 * not hear other participants. The tone begins where its level rises most: where 80 ms differ most from the 80 ms
 * before. That is exact for a clean tone, and a noisy one of a thrifty encoder moves it by a few milliseconds only.
 */
public final class OnsetFinder {
    /** Placement errors up to this size are found, in seconds. */
    private static final double REACH = 0.9;

    private static final double WINDOW = 8 / ToneScale.BAND_HERTZ;

    /** Shorter than the silence before a tone, in seconds. */
    private static final double STEP = 0.08;

    /** After the beginning the tone sounds for twice as long, in seconds. */
    private static final double TO_MIDDLE = 0.45;

    private final Sound sound;
    private final ToneListener listener;

    public OnsetFinder(Sound sound) {
        this.sound = sound;
        this.listener = new ToneListener(sound);
    }

    /**
     * How much later than it should the tone of a second begins, negative when earlier; empty where it does not begin
     * within nine tenths of a second of its place.
     */
    public Optional<Duration> error(int participant, long second) {
        int rate = sound.sampleRate();
        long due = second * rate + ToneScale.SILENCE.toMillis() * rate / 1000;
        int reach = (int) (REACH * rate);
        int step = (int) (STEP * rate);
        var levels = levels(ToneScale.hertz(participant, second), due - reach - step, 2 * (reach + step));
        long late = steepestRise(levels, step) - (long) (reach + step);
        return sounds(participant, second, due + late)
                ? Optional.of(Duration.ofNanos(late * 1_000_000_000L / rate))
                : Optional.empty();
    }

    /** Whether the tone sounds after this beginning, and does not sound before it. */
    private boolean sounds(int participant, long second, long begin) {
        var tone = new ToneReading(participant, ToneScale.digit(second));
        var beginning = Duration.ofNanos(begin * 1_000_000_000L / sound.sampleRate());
        var distance = Duration.ofMillis((long) (TO_MIDDLE * 1000));
        return listener.hear(beginning.plus(distance)).contains(tone)
                && !listener.hear(beginning.minus(distance)).contains(tone);
    }

    /** The tone's level around each sample. */
    private double[] levels(double hertz, long first, int count) {
        int size = (int) (WINDOW * sound.sampleRate());
        var levels = new double[count];
        double angle = 2 * Math.PI * hertz / sound.sampleRate();
        double real = 0;
        double imaginary = 0;
        for (int i = -size; i < count + size / 2; i++) {
            double entering = sound.at(first + i);
            double leaving = i < 0 ? 0 : sound.at(first + i - size);
            real += entering * Math.cos(angle * i) - leaving * Math.cos(angle * (i - size));
            imaginary += entering * Math.sin(angle * i) - leaving * Math.sin(angle * (i - size));
            int centre = i - size / 2;
            if (centre >= 0 && centre < count) {
                levels[centre] = 2 * Math.hypot(real, imaginary) / size;
            }
        }
        return levels;
    }

    /** Where the levels of the following step exceed those of the step before by most. */
    private static int steepestRise(double[] levels, int step) {
        double rise = 0;
        for (int i = 0; i < step; i++) {
            rise += levels[step + i] - levels[i];
        }
        int steepest = step;
        double most = rise;
        for (int at = step + 1; at + step <= levels.length; at++) {
            rise += levels[at + step - 1] - 2 * levels[at - 1] + levels[at - 1 - step];
            if (rise > most) {
                most = rise;
                steepest = at;
            }
        }
        return steepest;
    }
}

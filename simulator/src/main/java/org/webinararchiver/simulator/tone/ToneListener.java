package org.webinararchiver.simulator.tone;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Hears who sounds, and what each says, in a window of sound. */
public final class ToneListener {
    /** Tones quieter than this are not heard, 1 being full scale: encoders leave some noise everywhere. */
    private static final double QUIETEST = ToneScale.LOUDNESS / 12;

    /** A tone this much quieter than the loudest may be that one's echo in another band. */
    private static final double QUIETEST_OF_LOUDEST = 0.12;

    /** Long enough to tell tones apart that are 30 Hz apart. */
    private static final Duration WINDOW = Duration.ofMillis(200);

    private final Sound sound;

    public ToneListener(Sound sound) {
        if (sound.sampleRate() < 16_000) {
            throw new IllegalArgumentException("too few samples a second to hear everybody: " + sound.sampleRate());
        }
        this.sound = sound;
    }

    /** How far around an instant {@link #hear} listens, to each side. */
    public static Duration reach() {
        return WINDOW.dividedBy(2);
    }

    /**
     * Who sounds around an instant of the sound, a tenth of a second to both sides; closer than that to a second's
     * beginning or end the answer may be that of either second.
     */
    public Set<ToneReading> hear(Duration at) {
        var window = window(at);
        var levels = levels(window);
        double loudest = 0;
        for (double[] band : levels) {
            loudest = Math.max(loudest, band[loudestOf(band)]);
        }
        double quietest = Math.max(QUIETEST, QUIETEST_OF_LOUDEST * loudest);
        var heard = new LinkedHashSet<ToneReading>();
        for (int band = 0; band < levels.length; band++) {
            int digit = loudestOf(levels[band]);
            if (levels[band][digit] >= quietest) {
                heard.add(new ToneReading(band + 1, digit));
            }
        }
        return heard;
    }

    /** The samples around an instant, faded at both ends (a Hann window) so that tones do not leak into others. */
    private double[] window(Duration at) {
        int size = (int) (WINDOW.toMillis() * sound.sampleRate() / 1000);
        long first = at.toNanos() * sound.sampleRate() / 1_000_000_000L - size / 2;
        var window = new double[size];
        for (int i = 0; i < size; i++) {
            double fade = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
            window[i] = fade * sound.at(first + i);
        }
        return window;
    }

    private double[][] levels(double[] window) {
        var levels = new double[ToneScale.PARTICIPANTS][ToneScale.DIGITS];
        for (int band = 0; band < levels.length; band++) {
            for (int digit = 0; digit < ToneScale.DIGITS; digit++) {
                levels[band][digit] = Goertzel.amplitude(window, ToneScale.hertz(band + 1, digit), sound.sampleRate());
            }
        }
        return levels;
    }

    private static int loudestOf(double[] levels) {
        int loudest = 0;
        for (int i = 1; i < levels.length; i++) {
            loudest = levels[i] > levels[loudest] ? i : loudest;
        }
        return loudest;
    }
}

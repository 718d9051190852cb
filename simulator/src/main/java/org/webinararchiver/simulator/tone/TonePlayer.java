package org.webinararchiver.simulator.tone;

/** Plays one participant's tones, as a function of the webinar's time alone. */
public final class TonePlayer {
    /** How long a tone takes to reach its loudness, in seconds: a sudden one would click across all bands. */
    private static final double RAMP = 0.006;

    private static final double SILENCE = ToneScale.SILENCE.toMillis() / 1000.0;

    private final int participant;
    private final int sampleRate;

    /** @param sampleRate in hertz */
    public TonePlayer(int participant, int sampleRate) {
        this.participant = ToneScale.requireNumber(participant);
        this.sampleRate = sampleRate;
    }

    /** The sample with this index, counted from the webinar's beginning; 1 is full scale. */
    public double sample(long index) {
        long second = Math.floorDiv(index, sampleRate);
        double within = (double) Math.floorMod(index, sampleRate) / sampleRate;
        return ToneScale.LOUDNESS
                * envelope(within)
                * Math.sin(2 * Math.PI * ToneScale.hertz(participant, second) * within);
    }

    /** Half way up exactly when the silence ends. */
    private static double envelope(double within) {
        return ramp(within - SILENCE) * ramp(1 - RAMP / 2 - within);
    }

    private static double ramp(double inside) {
        double share = Math.clamp(inside / RAMP + 0.5, 0.0, 1.0);
        return 0.5 - 0.5 * Math.cos(Math.PI * share);
    }
}

package org.webinararchiver.simulator.tone;

/** Goertzel's algorithm: how strong one frequency is, without transforming to all of them. */
final class Goertzel {
    private Goertzel() {}

    /** The amplitude of a sine of this frequency in samples that were faded by a Hann window. */
    static double amplitude(double[] faded, double hertz, int sampleRate) {
        double angle = 2 * Math.PI * hertz / sampleRate;
        double factor = 2 * Math.cos(angle);
        double last = 0;
        double beforeLast = 0;
        for (double sample : faded) {
            double now = sample + factor * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
        // A sine gives half its amplitude per sample, and the window takes half of that.
        return 4 * Math.sqrt(Math.max(0, power)) / faded.length;
    }
}

package org.webinararchiver.simulator.tone;

import java.util.List;

/** Sound that was made in memory. */
record ArraySound(int sampleRate, List<Double> samples) implements Sound {
    @Override
    public long length() {
        return samples.size();
    }

    @Override
    public double at(long index) {
        return index < 0 || index >= samples.size() ? 0 : samples.get((int) index);
    }
}

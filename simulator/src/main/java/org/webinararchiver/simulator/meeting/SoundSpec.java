package org.webinararchiver.simulator.meeting;

/**
 * How a voice is encoded, as AAC of one channel.
 *
 * @param sampleRate in hertz, at least 16,000 so that every participant's tones are in it
 * @param kilobits a second
 */
public record SoundSpec(int sampleRate, int kilobits) {
    /** What microphones on the platform send. */
    public static final SoundSpec MICROPHONE = new SoundSpec(48_000, 64);

    public SoundSpec {
        if (sampleRate < 16_000 || kilobits < 8) {
            throw new IllegalArgumentException(
                    "too little to hear everybody: " + sampleRate + " Hz, " + kilobits + "k");
        }
    }
}

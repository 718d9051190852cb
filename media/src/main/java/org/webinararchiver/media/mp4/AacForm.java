package org.webinararchiver.media.mp4;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * How plain AAC is coded: low complexity, 1024 samples a packet, one or two channels (ISO/IEC 14496-3, section 1.6.2.1
 * and 4.4.1). Packets of one form can follow one another.
 *
 * @param rateIndex which of the usual rates it is, as AAC counts them
 * @param sampleRate in hertz
 * @param channels 1 or 2
 * @param settings all that its settings say, in hexadecimal digits
 */
public record AacForm(int rateIndex, int sampleRate, int channels, String settings) {
    /** How many samples of each channel a packet has. */
    public static final int SAMPLES_IN_PACKET = 1024;

    /** One channel of 48 kHz. */
    public static final AacForm USUAL = new AacForm(3, 48_000, 1, "1188");

    private static final int LOW_COMPLEXITY = 2;

    /** Nothing more, or that there is no band replication. Encoders say it in these ways. */
    private static final Set<String> NOTHING_MORE = Set.of("", "00", "56e500");

    private static final int LEAST_SETTINGS = 2;

    /** Absent for any other AAC, for example with band replication or 960 samples a packet. */
    static Optional<AacForm> of(byte[] settings) {
        if (settings.length < LEAST_SETTINGS) {
            return Optional.empty();
        }
        var first = (settings[0] & 0xff) << Byte.SIZE | settings[1] & 0xff;
        var hexadecimal = HexFormat.of().formatHex(settings);
        var rateIndex = first >> 7 & 0xf;
        var channels = first >> 3 & 0xf;
        var isPlain = first >> 11 == LOW_COMPLEXITY
                && (first & 0x7) == 0
                && (channels == 1 || channels == 2)
                && NOTHING_MORE.contains(hexadecimal.substring(2 * LEAST_SETTINGS));
        return AacSettings.read(settings)
                .filter(told -> isPlain && rateIndex < AacSettings.USUAL_RATES)
                .map(told -> new AacForm(rateIndex, told.sampleRate(), channels, hexadecimal));
    }
}

package org.webinararchiver.media.mp4;

/** How a track's samples are coded: its first sample entry, in {@code stsd}. */
sealed interface Description {

    /**
     * Pictures.
     *
     * @param hasSquarePixels also where it does not say
     * @param configuration tells codecs' settings apart; part of the fingerprint
     */
    record Video(String codec, int width, int height, boolean hasSquarePixels, String configuration)
            implements Description {}

    /**
     * Sound.
     *
     * @param configuration tells codecs' settings apart; part of the fingerprint
     */
    record Audio(String codec, int sampleRate, int channels, String configuration) implements Description {}
}

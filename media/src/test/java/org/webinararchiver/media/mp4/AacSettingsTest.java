package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AacSettingsTest {
    @ParameterizedTest
    @CsvSource({"1210, 44100, 2", "1188, 48000, 1", "1590, 8000, 2", "11b8, 48000, 8", "1200, 44100, 0"})
    void plainAac(String settings, int sampleRate, int channels) {
        assertThat(read(settings)).hasValue(new AacSettings(sampleRate, channels));
    }

    @Test
    void bandReplicationTellsTheRateThatComesOut() {
        assertThat(read("2b920800")).hasValue(new AacSettings(44_100, 2));
    }

    @Test
    void parametricStereoMakesTwoChannelsOfOne() {
        assertThat(read("eb8a0800")).hasValue(new AacSettings(44_100, 2));
    }

    @Test
    void aRateMayBeWrittenOut() {
        assertThat(read("1780564410")).hasValue(new AacSettings(44_168, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "16f8", "ff", "1780000010"})
    void whatEndsEarlyOrNamesNoRateTellsNothing(String settings) {
        assertThat(read(settings)).isEmpty();
    }

    private static Optional<AacSettings> read(String settings) {
        return AacSettings.read(HexFormat.of().parseHex(settings));
    }
}

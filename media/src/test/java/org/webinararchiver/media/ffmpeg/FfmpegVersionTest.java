package org.webinararchiver.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegVersionTest {
    private static final FfmpegVersion OLDEST = FfmpegVersion.release(5, 1);

    @ParameterizedTest
    @CsvSource({"5.1, true", "5.1.8-0+deb12u1, true", "n5.1.2, true", "10.0, true", "5.0.9, false", "4.4.1, false"})
    void releasesAreComparedByNumberAndNotByText(String version, boolean isNewEnough) {
        assertThat(told(version).isAtLeast(OLDEST)).isEqualTo(isNewEnough);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N-118000-g1a2b3c4d5e", "git-2024-01-01-abcdef", "2024-11-03-git-df00705e00-full_build"})
    void developmentBuildsCountAsNew(String version) {
        assertThat(told(version).isAtLeast(FfmpegVersion.release(99, 9))).isTrue();
    }

    @Test
    void warningsMayComeFirst() {
        assertThat(FfmpegVersion.ofBanner("libx: no version information\nffprobe version 7.1 Copyright (c)"))
                .hasValueSatisfying(version -> assertThat(version.text()).isEqualTo("7.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ffmpeg version unknown", "sh: ffmpeg: not found", "avconv version 12.3"})
    void whatTellsNoVersionHasNone(String banner) {
        assertThat(FfmpegVersion.ofBanner(banner)).isEmpty();
    }

    private static FfmpegVersion told(String version) {
        return FfmpegVersion.ofBanner("ffmpeg version " + version + " Copyright (c) 2000-2025 the FFmpeg developers")
                .orElseThrow();
    }
}

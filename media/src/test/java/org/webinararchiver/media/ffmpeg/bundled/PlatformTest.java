package org.webinararchiver.media.ffmpeg.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, x86_64, macosx-x86_64",
        "Mac OS X, aarch64, macosx-arm64",
        "Windows 11, amd64, windows-x86_64"
    })
    void javaNamesMachinesDifferentlyFromTheBuilds(String system, String processor, String build) {
        assertThat(Platform.of(system, processor)).map(Platform::toString).hasValue(build);
    }

    @Test
    void otherMachinesHaveNoBuild() {
        assertThat(Platform.of("SunOS", "amd64")).isEmpty();
        assertThat(Platform.of("Linux", "riscv64")).isEmpty();
    }
}

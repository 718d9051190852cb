package org.webinararchiver.media.ffmpeg.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the loader accepts one is shown where the bundled ffmpeg starts. */
class StubLibraryTest {
    private static final int MACHINE = 18;

    @Test
    void eachProcessorHasLibrariesOfItsOwn() {
        assertThat(library("x86_64").getShort(MACHINE)).isEqualTo((short) 62);
        assertThat(library("arm64").getShort(MACHINE)).isEqualTo((short) 183);
    }

    @Test
    void theLoadedSegmentIsTheWholeFile() {
        var library = library("x86_64");
        assertThat(library.getLong(64 + 32)).isEqualTo(library.capacity());
    }

    @Test
    void theStackIsNotExecutable() {
        var stackHeader = 64 + 2 * 56;
        var library = library("x86_64");
        assertThat(library.getInt(stackHeader)).isEqualTo(0x6474e551);
        assertThat(library.getInt(stackHeader + 4) & 1).isZero();
    }

    @Test
    void nameAndVersionsAreWhatTheLoaderLooksFor() {
        var text = new String(library("x86_64").array(), StandardCharsets.ISO_8859_1);
        assertThat(text).endsWith("\0libpulse.so.0\0PULSE_0\0");
    }

    private static ByteBuffer library(String processor) {
        var bytes = StubLibrary.of("libpulse.so.0", List.of("PULSE_0"), new Platform("linux", processor));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.platform.storage.MultipartUploads;

class PartsTest {
    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "8388607, 1, 8388607", "8388608, 1, 8388608", "8388609, 2, 1", "16777217, 3, 1"})
    void theLastPartIsWhatIsLeft(long length, int count, long lastLength) {
        var parts = Parts.of(length);
        assertThat(parts.numbers()).hasSize(count);
        assertThat(parts.range(count).length()).isEqualTo(lastLength);
        assertThat(parts.range(count).last()).isEqualTo(length - 1);
    }

    @Test
    void partsFollowEachOtherWithoutAHole() {
        var parts = Parts.of(20 * MIB);
        assertThat(parts.range(1)).isEqualTo(new ByteRange(0, 8 * MIB - 1));
        assertThat(parts.range(2)).isEqualTo(new ByteRange(8 * MIB, 16 * MIB - 1));
        assertThat(parts.range(3)).isEqualTo(new ByteRange(16 * MIB, 20 * MIB - 1));
    }

    @ParameterizedTest
    @CsvSource({"83886080000, 8388608", "83886080001, 8388609", "640000000000, 64000000"})
    void thereAreNoMorePartsThanAnUploadMayHave(long length, long partLength) {
        var parts = Parts.of(length);
        assertThat(parts.partLength()).isEqualTo(partLength);
        assertThat(parts.numbers()).hasSizeLessThanOrEqualTo(MultipartUploads.MOST_PARTS);
    }
}

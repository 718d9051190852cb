package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.H264Track;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.NotCopyable;

/**
 * Any parameter sets and frames can be copied or can not. The tables of the file around them are right; what tables can
 * say is the matter of {@link Mp4FuzzTest} and {@link H264TablesFuzzTest}.
 */
class H264FuzzTest {
    private static final Duration INSTANT = Duration.ofMillis(600);

    @TempDir
    static Path folder;

    /** Lengths of units, and first bytes of parameter sets, of a key frame, of other frames and of remarks. */
    @DictionaryEntries({
        "\\x00\\x00\\x00\\x01\\x65",
        "\\x00\\x00\\x00\\x02\\x41\\x9a",
        "\\x00\\x00\\x00\\x04\\x06\\x05\\x01\\x00",
        "\\x00\\x01\\x65",
        "\\x01\\x65",
        "\\x67\\x42\\xc0\\x1e",
        "\\x67\\x4d\\x40\\x1f",
        "\\x67\\x64\\x00\\x28",
        "\\x67\\x7a\\x00\\x28",
        "\\x67\\xf4\\x00\\x28",
        "\\x68\\xce\\x3c\\x80",
        "\\x68\\xeb\\xe3\\xcb\\x22\\xc0",
        "\\x01\\x64\\x00\\x28\\xff\\xe1",
        "\\xfd\\xf8\\xf8\\x00",
        "\\x00\\x00\\x03",
        "\\x00\\x00\\x00\\x00"
    })
    @FuzzTest
    void whatIsCodedAnyhowCanBeCopiedOrNot(byte[] coded) throws IOException {
        var file = folder.resolve("any.mp4");
        Files.write(file, H264File.of(coded));
        try {
            H264Probe.probe(file).ifPresent(H264FuzzTest::assertSound);
            assertThat(H264Probe.readUntil(file, INSTANT)).isNotNull();
        } catch (Mp4Exception | NotCopyable e) {
            assertThat(e).message().isNotBlank();
        }
    }

    static void assertSound(H264Track track) {
        assertThat(track.keyFrames()).isSorted();
        assertThat(track.delay()).isBetween(Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE));
        assertThat(track.ticks()).isPositive();
        track.freeId().ifPresent(id -> assertThat(id).isBetween(1, 31));
        track.peculiarity().ifPresent(words -> assertThat(words).isNotBlank());
        assertThat(track.configuration().lengthSize()).isBetween(1, 4);
        if (track.peculiarity().isEmpty()) {
            assertOthersFitBeside(track);
        }
    }

    /** What is encoded to stand beside such frames brings a set of each kind. */
    private static void assertOthersFitBeside(H264Track track) {
        var both = track.configuration().with(EncodedSets.CONFIGURATION);
        assertThat(both.sequences()).hasSizeBetween(1, 2);
        assertThat(both.pictures()).hasSizeBetween(1, 255);
    }
}
